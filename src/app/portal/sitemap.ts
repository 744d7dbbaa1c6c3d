/** /sitemap.xml and /robots.txt: the pages that search engines may keep. No C13 subject and no adverse record is there. */
import { listSitemapSubjects, SITEMAP_CHUNK } from '../../modules/subjects/portal.ts';
import { escapeHtml } from '../../platform/html/index.ts';
import { addressIn } from '../../platform/html/page.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { notFound } from '../../platform/problems.ts';
import { originOf } from './origin.ts';

const fixedPages = [
  '/',
  '/search',
  '/double-publicity',
  '/timeliness',
  '/quality',
  '/quality/coverage',
  '/supervision',
  '/catalogue',
  '/law',
  '/log',
  '/removals',
  '/rules',
  '/charter',
  '/help',
];

const opening = '<?xml version="1.0" encoding="UTF-8"?>\n';
const space = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function entry(origin: string, path: string): string {
  const [zh, en] = [`${origin}${path}`, `${origin}${addressIn('en', path)}`].map(escapeHtml);
  return (
    `<url><loc>${zh}</loc><xhtml:link rel="alternate" hreflang="zh-CN" href="${zh}"/>` +
    `<xhtml:link rel="alternate" hreflang="en" href="${en}"/></url>`
  );
}

function urlSet(origin: string, paths: readonly string[]): string {
  const entries = paths.map((path) => entry(origin, path)).join('\n');
  return `${opening}<urlset xmlns="${space}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries}\n</urlset>\n`;
}

function index(origin: string, files: readonly string[]): string {
  const entries = files
    .map((file) => `<sitemap><loc>${escapeHtml(origin + file)}</loc></sitemap>`)
    .join('\n');
  return `${opening}<sitemapindex xmlns="${space}">\n${entries}\n</sitemapindex>\n`;
}

/** Adds both; subjects stand in files of 50,000, the protocol's limit. */
export function addSitemap(server: Server, platform: Platform): void {
  const config = { access: 'public' } as const;
  server.get('/sitemap.xml', { config }, async (request, reply) => {
    const { count } = await listSitemapSubjects(platform, 0, 0);
    const chunks = Array.from(
      { length: Math.ceil(count / SITEMAP_CHUNK) },
      (_, n) => `/sitemap-subjects-${n + 1}.xml`,
    );
    return reply.type('application/xml').send(index(originOf(request), ['/sitemap-pages.xml', ...chunks]));
  });
  server.get('/sitemap-pages.xml', { config }, async (request, reply) =>
    reply.type('application/xml').send(urlSet(originOf(request), fixedPages)),
  );
  server.get('/sitemap-subjects-:chunk(\\d+).xml', { config }, async (request, reply) => {
    const chunk = Number((request.params as { chunk: string }).chunk);
    // Beyond a hundred million files the first row has no number that the database could count to.
    if (chunk < 1 || chunk > 1e8) throw new Problem(notFound);
    const { codes } = await listSitemapSubjects(platform, (chunk - 1) * SITEMAP_CHUNK, SITEMAP_CHUNK);
    if (codes.length === 0) throw new Problem(notFound);
    const paths = codes.map((code) => `/subjects/${code}`);
    return reply.type('application/xml').send(urlSet(originOf(request), paths));
  });
  server.get('/robots.txt', { config }, async (request, reply) => {
    const origin = originOf(request);
    const lines = [
      'User-agent: *',
      'Disallow: /console',
      'Disallow: /api/',
      'Disallow: /search?',
      'Disallow: /en/search?',
      ...(origin ? [`Sitemap: ${origin}/sitemap.xml`] : []),
    ];
    return reply.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  });
}
