/** Public pages of the catalogue: all items, one with its data standard, editions and their differences, consultations. */
import { addPage } from '../../platform/html/page.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { commentRoute } from './comment-route.ts';
import { cataloguePage } from './pages/catalogue/catalogue-page.ts';
import { consultationPage } from './pages/consultations/consultation-page.ts';
import { consultationsPage } from './pages/consultations/consultations-page.ts';
import { differencesPage } from './pages/editions/differences-page.ts';
import { editionsPage } from './pages/editions/editions-page.ts';
import { itemPage } from './pages/item/item-page.ts';

/** Adds the pages. */
export function cataloguePages(platform: Platform): RoutePlugin {
  return (server) => {
    addPage(server, '/catalogue', (visit) => cataloguePage(platform, visit));
    addPage(server, '/catalogue/editions', (visit) => editionsPage(platform, visit));
    addPage(server, '/catalogue/editions/differences', (visit) => differencesPage(platform, visit));
    addPage(server, '/catalogue/consultations', (visit) => consultationsPage(platform, visit));
    addPage(server, '/catalogue/consultations/:draftId', (visit) => consultationPage(platform, visit));
    commentRoute(platform)(server);
    addPage(server, '/catalogue/:item', (visit) => itemPage(platform, visit));
  };
}
