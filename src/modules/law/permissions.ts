/** What not everybody may do in this module. */
import { definePermission } from '../../platform/actor.ts';

/** Loading a year's holiday notice, by which due days become fixed; the verb asks for the centre as well. */
export const loadCalendarPermission = definePermission('law.load-calendar', {
  roles: ['administrator'],
  clients: false,
  reach: 'centre',
});
