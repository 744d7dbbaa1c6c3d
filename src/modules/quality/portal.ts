/** Public pages of quality: the departments' league, and timeliness of all departments and of one. */
import { addPage } from '../../platform/html/page.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { coveragePage } from './pages/coverage/coverage-page.ts';
import { leaguePage } from './pages/league/league-page.ts';
import { qualityUnitPage } from './pages/league/unit-page.ts';
import { timelinessPage } from './pages/timeliness/timeliness-page.ts';
import { unitPage } from './pages/timeliness/unit-page.ts';

/** Adds the pages. */
export function qualityPages(platform: Platform): RoutePlugin {
  return (server) => {
    addPage(server, '/quality', (visit) => leaguePage(platform, visit));
    addPage(server, '/quality/coverage', (visit) => coveragePage(platform, visit));
    addPage(server, '/quality/:unit', (visit) => qualityUnitPage(platform, visit));
    addPage(server, '/timeliness', (visit) => timelinessPage(platform, visit));
    addPage(server, '/timeliness/:unit', (visit) => unitPage(platform, visit));
  };
}
