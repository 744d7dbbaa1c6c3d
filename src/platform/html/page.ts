/** Pages as modules give them: content and a few facts; the frame around them is the app's, installed as `reply.page`. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Server } from '../http/server-type.ts';
import { type Language, languages } from '../language.ts';
import type { Html } from './index.ts';

/** One page without its frame. */
export type PageContent = {
  /** What the page is about, without the platform's name. */
  readonly title: string;
  /** Everything inside `<main>`, beginning with the h1. */
  readonly main: Html;
  /** One sentence for search engines. */
  readonly description?: string;
  /** The entry of the navigation that the page belongs to, such as `/law`. */
  readonly section?: string;
  /** The address search engines should keep, without language; default: the address asked for, without its query. */
  readonly canonical?: string;
  /** Not for search engines: results, filtered lists. */
  readonly noindex?: boolean;
  /** Must stay nowhere (adverse records, C13 subjects): no-store, noindex, noarchive. */
  readonly forgettable?: boolean;
  /** Never from a copy: subjects and their records (charter C10). */
  readonly fresh?: boolean;
  readonly status?: number;
};

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a page in the portal's frame, in the language of its address. */
    page(content: PageContent): FastifyReply;
  }
}

/** What a page's function is given. */
export type Visit = {
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** The first value of a query parameter, trimmed; '' when it is absent. Longer texts are cut: no page needs them. */
  query(name: string): string;
  /** A part of the path. */
  param(name: string): string;
  /** The address of another page in the same language. */
  to(path: string): string;
};

const longestQuery = 200;

/** The address of a page in a language: Chinese at the root, English under /en. */
export function addressIn(language: Language, path: string): string {
  return language === 'zh' ? path : `/en${path}`;
}

/** The language of a page goes by its address alone, so that a link shows everybody the same page. */
export function pageLanguage(url: string): Language {
  return /^\/en(\/|\?|$)/.test(url) ? 'en' : 'zh';
}

/** The address without language and query: '/en/search?q=…' gives '/search'. */
export function plainPath(url: string): string {
  const path = url.split('?')[0] ?? '/';
  const rest = path.replace(/^\/en(?=\/|$)/, '');
  return rest === '' ? '/' : rest;
}

function visitOf(request: FastifyRequest, reply: FastifyReply, language: Language): Visit {
  return {
    language,
    request,
    reply,
    query(name) {
      const value = (request.query as Record<string, unknown>)[name];
      const first: unknown = Array.isArray(value) ? value[0] : value;
      return typeof first === 'string' ? first.trim().slice(0, longestQuery) : '';
    },
    param: (name) => (request.params as Record<string, string>)[name] ?? '',
    to: (path) => addressIn(language, path),
  };
}

/**
 * Adds a public page at its Chinese and its English address. The function gives the content, or answers itself
 * (a redirect, a download) and gives the reply.
 */
export function addPage(
  server: Server,
  path: string,
  show: (visit: Visit) => Promise<PageContent | FastifyReply> | PageContent | FastifyReply,
): void {
  for (const language of languages) {
    server.get(addressIn(language, path), { config: { access: 'public' } }, async (request, reply) => {
      const shown: PageContent | FastifyReply | undefined = await show(visitOf(request, reply, language));
      // A reply given back is awaited as a promise by the language itself, and gives nothing once it is sent.
      return shown !== undefined && 'main' in shown ? reply.page(shown) : reply;
    });
  }
}
