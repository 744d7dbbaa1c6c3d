/** Public pages of transparency: the log and how to verify it, and what was removed. */
import { addPage } from '../../platform/html/page.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { logPage } from './pages/log/log-page.ts';
import { removalsPage } from './pages/removals/removals-page.ts';

/** Adds the pages. */
export function transparencyPages(platform: Platform): RoutePlugin {
  return (server) => {
    addPage(server, '/log', (visit) => logPage(platform, visit));
    addPage(server, '/removals', (visit) => removalsPage(platform, visit));
  };
}
