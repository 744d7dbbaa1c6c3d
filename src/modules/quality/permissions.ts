/** What quality lets whom see beyond the public figures. */
import { anyRole, definePermission } from '../../platform/actor.ts';

/** See the dashboard of one's own unit. */
export const readDashboard = definePermission('quality.read-dashboard', {
  roles: [anyRole],
  clients: true,
});

/** Say how many decisions the unit's own register holds for a month. */
export const declareRegisters = definePermission('quality.declare-register', {
  roles: ['data-officer', 'reviewer'],
  clients: false,
});
