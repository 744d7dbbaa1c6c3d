/** What needs a sign-in here: saying that two subjects are one, and taking it back. */
import { definePermission } from '../../platform/actor.ts';

/** Merge and split subjects: case officers. */
export const mergePermission = definePermission('subjects.merge', {
  roles: ['case-officer'],
  clients: false,
});
