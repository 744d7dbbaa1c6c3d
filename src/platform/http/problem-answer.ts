/** Answers a problem: a page for browsers, application/problem+json (RFC 9457) for everybody else. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseLanguage, type Language, languageTag, type Words } from '../language.ts';
import type { Problem, ProblemDefinition } from '../problem.ts';

/** What a page about a problem shows. */
export type ProblemView = {
  readonly definition: ProblemDefinition;
  readonly detail?: string;
  readonly language: Language;
  /** Names the request in the log; tell it to the administrator. */
  readonly traceId: string;
  /** The address that was asked for, without its query. */
  readonly path: string;
};

/** Renders the page; the app passes its own layout in. */
export type RenderProblem = (view: ProblemView) => { toString(): string };

function isWords(value: unknown): value is Words {
  const words = value as Partial<Words> | null;
  return typeof words === 'object' && typeof words?.zh === 'string' && typeof words.en === 'string';
}

/** Extra members speak the reader's language as well: every {zh, en} inside becomes one sentence. */
function inLanguage(value: unknown, language: Language): unknown {
  if (isWords(value)) return value[language];
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inLanguage(item, language)]));
}

/** Browsers name text/html before anything else; programs name JSON or nothing (RFC 9110 § 12.5.1). */
function wantsPage(request: FastifyRequest): boolean {
  if (/^\/(api|oauth|health|metrics|log)(\/|\?|$)/.test(request.url)) return false;
  return (request.headers.accept ?? '').split(',').some((part) => part.trim().startsWith('text/html'));
}

/** Sends the answer; nobody may keep it, since the next request may fare otherwise. */
export function answerProblem(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
  render: RenderProblem,
): FastifyReply {
  const { definition } = problem;
  // Not request.language: an address that cannot be decoded never becomes a full request.
  const language = chooseLanguage(request.url, request.headers['accept-language']);
  const detail = problem.detail?.[language];
  reply
    .code(definition.status)
    .headers(problem.headers)
    .header('cache-control', 'no-store')
    .header('content-language', languageTag[language])
    .header('vary', 'Accept, Accept-Language');
  const path = request.url.split('?')[0] ?? '/';
  if (wantsPage(request)) {
    const view = {
      definition,
      language,
      traceId: request.id,
      path,
      ...(detail === undefined ? {} : { detail }),
    };
    return reply.type('text/html; charset=utf-8').send(render(view).toString());
  }
  const body = {
    type: `/problems/${definition.type}`,
    title: definition.title[language],
    status: definition.status,
    ...(detail === undefined ? {} : { detail }),
    advice: definition.advice[language],
    traceId: request.id,
    ...(inLanguage(problem.extra, language) as Record<string, unknown>),
  };
  return reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(body));
}
