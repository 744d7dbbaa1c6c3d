/** What quality lets whom see beyond the public figures. */
import { anyRole, definePermission } from '../../platform/actor.ts';

/** See the dashboard of one's own unit. */
export const readDashboard = definePermission('quality.read-dashboard', {
  roles: [anyRole],
  clients: true,
});

/** Enter what nation and province say of the city's double publicity. */
export const enterNotices = definePermission('quality.enter-notices', {
  roles: ['publisher', 'administrator'],
  clients: false,
  reach: 'centre',
});

/** Say how many decisions the unit's own register holds for a month. */
export const declareRegisters = definePermission('quality.declare-register', {
  roles: ['data-officer', 'reviewer'],
  clients: false,
});
