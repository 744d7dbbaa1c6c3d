/** What quality lets whom see beyond the public figures. */
import { definePermission } from '../../platform/actor.ts';

/** See the dashboard of one's own unit. */
export const readDashboard = definePermission('quality.read-dashboard', {
  roles: ['data-officer', 'case-officer', 'administrator'],
  clients: true,
});
