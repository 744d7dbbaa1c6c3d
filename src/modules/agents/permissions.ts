/** What agents lets whom do: naming and ending them is the subject's own. */
import { definePermission } from '../../platform/actor.ts';

/** See, name and end one's agents; set the contact for notices and codes. */
export const ownAgentsPermission = definePermission('agents.own', {
  roles: [],
  clients: false,
  subjects: true,
  reach: 'own-file-in-person',
});
