/** What records let whom see beyond what is public. */
import { definePermission } from '../../platform/actor.ts';

/** See the records that one's own unit handed in. */
export const readOwnRecords = definePermission('records.read-own', {
  roles: ['data-officer', 'reviewer', 'case-officer', 'administrator'],
  clients: true,
});
