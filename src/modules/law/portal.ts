/** Public pages of law: all instruments with the periods they set, and one with what rests on it. */
import { addPage } from '../../platform/html/page.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { instrumentPage } from './pages/instrument/instrument-page.ts';
import { lawPage } from './pages/law/law-page.ts';

/** Adds the pages. */
export function lawPages(platform: Platform): RoutePlugin {
  return (server) => {
    addPage(server, '/law', (visit) => lawPage(platform, visit));
    addPage(server, '/law/:instrument', (visit) => instrumentPage(platform, visit));
  };
}
