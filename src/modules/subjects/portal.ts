/** Public pages of subjects: the search, its suggestions, and what the sitemap may name. */
import { addPage } from '../../platform/html/page.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { searchPage } from './pages/search/search-page.ts';
import { countListedCodes, listedCodes } from './queries/sitemap.ts';
import { suggestNames } from './suggest-names.ts';

/** Most addresses in one file of a sitemap (sitemaps.org). */
export const SITEMAP_CHUNK = 50_000;

/** Codes of subjects that search engines may know of, from an offset on, and how many there are in all. */
export async function listSitemapSubjects(
  platform: Platform,
  offset: number,
  limit: number,
): Promise<{ count: number; codes: string[] }> {
  const db = platform.db.portal;
  const { count } = await db.one<{ count: number }>(countListedCodes());
  const rows = limit === 0 ? [] : await db.query<{ uscc: string }>(listedCodes(offset, limit));
  return { count, codes: rows.map(({ uscc }) => uscc) };
}

/** Adds the pages. */
export function subjectPages(platform: Platform): RoutePlugin {
  return (server) => {
    addPage(server, '/search', (visit) => searchPage(platform, visit));
    server.get('/search/suggestions', { config: { access: 'public' } }, async (request, reply) => {
      const { q } = request.query as { q?: unknown };
      const items = typeof q === 'string' ? await suggestNames(platform.db.portal, q.slice(0, 120)) : [];
      return reply.header('cache-control', 'no-store').send({ items });
    });
  };
}
