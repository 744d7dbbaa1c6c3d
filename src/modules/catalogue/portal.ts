/** Public pages of the catalogue: all items, and one with its data standard. */
import { addPage } from '../../platform/html/page.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { cataloguePage } from './pages/catalogue/catalogue-page.ts';
import { itemPage } from './pages/item/item-page.ts';

/** Adds the pages. */
export function cataloguePages(platform: Platform): RoutePlugin {
  return (server) => {
    addPage(server, '/catalogue', (visit) => cataloguePage(platform, visit));
    addPage(server, '/catalogue/:item', (visit) => itemPage(platform, visit));
  };
}
