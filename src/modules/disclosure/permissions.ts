/** What disclosure lets whom do; for which purpose is the gate's own question. */
import { definePermission } from '../../platform/actor.ts';

/** Look into a subject's records that are not public, for a purpose that one's role and unit hold. */
export const lookPermission = definePermission('disclosure.look', {
  roles: ['checker', 'reviewer', 'case-officer', 'auditor'],
  clients: true,
  reach: 'for-a-purpose',
});

/** Read one's own file: the subject itself, or an agent within the limits that the subject set. */
export const ownFilePermission = definePermission('disclosure.own-file', {
  roles: [],
  clients: false,
  subjects: true,
  reach: 'own-file',
});

/** Ask for an export of many subjects, and fetch one's own; a second person decides. */
export const exportPermission = definePermission('disclosure.export', {
  roles: ['case-officer'],
  clients: false,
  reach: 'own-account',
});

/** Count looks and, for a matter of one's own, read who looked at whom; of the own unit, at the centre of all. */
export const auditLooks = definePermission('disclosure.audit-looks', {
  roles: ['auditor'],
  clients: false,
  reach: 'unit-or-centre',
});
