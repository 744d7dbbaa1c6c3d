/** Public pages of the catalogue: all items, one with its data standard, editions and their differences. */
import { addPage } from '../../platform/html/page.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { cataloguePage } from './pages/catalogue/catalogue-page.ts';
import { differencesPage } from './pages/editions/differences-page.ts';
import { editionsPage } from './pages/editions/editions-page.ts';
import { itemPage } from './pages/item/item-page.ts';

/** Adds the pages. */
export function cataloguePages(platform: Platform): RoutePlugin {
  return (server) => {
    addPage(server, '/catalogue', (visit) => cataloguePage(platform, visit));
    addPage(server, '/catalogue/editions', (visit) => editionsPage(platform, visit));
    addPage(server, '/catalogue/editions/differences', (visit) => differencesPage(platform, visit));
    addPage(server, '/catalogue/:item', (visit) => itemPage(platform, visit));
  };
}
