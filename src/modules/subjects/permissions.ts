/** What needs a sign-in here: saying that two subjects are one, and taking it back. */
import { definePermission } from '../../platform/actor.ts';

/** Ask for subjects to be merged or split: case officers of the centre, as the verb sees to. */
export const mergePermission = definePermission('subjects.merge', {
  roles: ['case-officer'],
  clients: false,
  reach: 'centre',
});
