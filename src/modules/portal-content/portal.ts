/** Public pages of portal-content: home, help, charter. */
import { addPage } from '../../platform/html/page.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { charterPage } from './pages/charter/charter-page.ts';
import { helpPage } from './pages/help/help-page.ts';
import { homePage } from './pages/home/home-page.ts';

/** Adds the pages. */
export function portalContentPages(platform: Platform): RoutePlugin {
  return (server) => {
    addPage(server, '/', (visit) => homePage(platform, visit));
    addPage(server, '/help', (visit) => helpPage(platform, visit));
    addPage(server, '/charter', charterPage);
  };
}
