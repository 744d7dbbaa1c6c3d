/** Who sees what the self-check found, and who keeps the register of incidents. */
import { anyRole, definePermission } from '../../platform/actor.ts';

/** Every officer sees the findings of the own unit; the centre's see all. */
export const readFindings = definePermission('supervision.read-findings', {
  roles: [anyRole],
  clients: false,
  reach: 'unit-or-centre',
});

/** Auditors read how the log is watched, who was given which role, and how signing in goes: of the own unit, at the centre of all. */
export const auditPlatform = definePermission('supervision.audit-platform', {
  roles: ['auditor'],
  clients: false,
  reach: 'unit-or-centre',
});

/** Give a finding of the own unit to somebody, and say what was done about it. */
export const answerFindings = definePermission('supervision.answer-findings', {
  roles: ['data-officer', 'reviewer', 'case-officer', 'administrator'],
  clients: false,
});

/** Auditors read the register; that it is the centre's is the verb's question. */
export const readIncidents = definePermission('supervision.read-incidents', {
  roles: ['administrator', 'auditor'],
  clients: false,
  reach: 'centre',
});

/** The centre's administrators open incidents, do what follows, close them, and run drills. */
export const keepIncidents = definePermission('supervision.keep-incidents', {
  roles: ['administrator'],
  clients: false,
  reach: 'centre',
});
