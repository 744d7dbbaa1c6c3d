/** What not everybody may do in this module. */
import { definePermission } from '../../platform/actor.ts';

/** Asking for a year's holiday notice to be loaded, by which due days become fixed; the verb asks for the centre as well. */
export const loadCalendarPermission = definePermission('law.load-calendar', {
  roles: ['publisher', 'administrator'],
  clients: false,
  reach: 'centre',
});

/** Asking for a waiting rule to come into force; the verb asks for the centre as well. */
export const activateRulesPermission = definePermission('law.activate-rules', {
  roles: ['publisher', 'administrator'],
  clients: false,
  reach: 'centre',
});

/** Reading what waits, with its differences: whoever may ask for it, decide it or look over it. */
export const readWaitingRulesPermission = definePermission('law.read-waiting-rules', {
  roles: ['publisher', 'administrator', 'reviewer', 'auditor'],
  clients: false,
  reach: 'centre',
});

/** Asking for the end of an instrument, with what it would end; the verb asks for the centre as well. */
export const endInstrumentPermission = definePermission('law.end-instrument', {
  roles: ['publisher', 'administrator'],
  clients: false,
  reach: 'centre',
});

/** Policy papers of the own unit; the centre reads those of all. */
export const policyPapersPermission = definePermission('law.policy-papers', {
  roles: ['data-officer', 'publisher', 'administrator'],
  clients: false,
  reach: 'unit-or-centre',
});
