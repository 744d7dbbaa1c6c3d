/** What persons lets whom do; whether one is of the centre is asked by the verb. */
import { definePermission } from '../../platform/actor.ts';

/** Ask for the erasure of a natural person: officers of the centre who handle the matter. */
export const erasePermission = definePermission('persons.erase', { roles: ['case-officer'], clients: false });

/** Read the register of erasures, which says nothing of whom. */
export const readErasuresPermission = definePermission('persons.read-erasures', {
  roles: ['case-officer', 'reviewer', 'auditor'],
  clients: false,
});
