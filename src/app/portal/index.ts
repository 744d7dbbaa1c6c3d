/** The public portal: the frame, its files, the app's own pages, and the pages that the modules bring. */
import type { FastifyRequest } from 'fastify';
import { type PageContent, pageLanguage, plainPath } from '../../platform/html/page.ts';
import type { RoutePlugin, Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { languageTag } from '../../platform/language.ts';
import { serveAssets } from './assets.ts';
import { framed, type Place } from './layout.ts';
import { originOf } from './origin.ts';
import { addProblemPages } from './problem-pages.ts';
import { addRulePages, type RuleBook } from './rule-pages.ts';
import { serveSamples } from './samples.ts';
import { addSitemap } from './sitemap.ts';
import { serveTemplates } from './templates.ts';

function placeOf(request: FastifyRequest, demo: boolean): Place {
  const mark = request.url.indexOf('?');
  return {
    language: pageLanguage(request.url),
    path: plainPath(request.url),
    query: mark < 0 ? '' : request.url.slice(mark),
    origin: originOf(request),
    demo,
  };
}

function installFrame(server: Server, demo: boolean): void {
  server.decorateReply('page', function (content: PageContent) {
    const place = placeOf(this.request, demo);
    const isFresh = content.fresh || content.forgettable;
    this.code(content.status ?? 200)
      .header('content-language', languageTag[place.language])
      .header('cache-control', isFresh ? 'no-store' : 'no-cache')
      .type('text/html; charset=utf-8');
    if (content.forgettable) this.header('x-robots-tag', 'noindex, noarchive');
    else if (content.noindex) this.header('x-robots-tag', 'noindex');
    // Written to the socket as bytes: as text it is measured and encoded once each, character by character.
    return this.send(Buffer.from(framed(content, place).toString()));
  });
}

/** All of the portal as one plugin; pages and rules come from the modules. */
export function portal(
  platform: Platform,
  parts: {
    readonly pages: readonly ((platform: Platform) => RoutePlugin)[];
    readonly rules: RuleBook;
  },
): RoutePlugin {
  return async (server) => {
    installFrame(server, platform.config.demo);
    serveAssets(server);
    addProblemPages(server);
    addRulePages(server, parts.rules);
    serveSamples(server, platform.config.projectFolder);
    serveTemplates(server, platform);
    addSitemap(server, platform);
    for (const make of parts.pages) await make(platform)(server);
  };
}
