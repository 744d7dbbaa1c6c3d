/** Portal and console on host names of their own (ASVS V3.5.4): what belongs to the other one is sent there, or refused. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problem.ts';
import { misdirected } from '../problems.ts';
import type { Server } from './server-type.ts';

/** The origins under which browsers find the two. */
export type TwoOrigins = { readonly portal: string; readonly console: string };
/** Where an address is answered. */
export type Side = 'portal' | 'console' | 'both';

/** A path itself and everything below it. */
const below =
  (...paths: string[]) =>
  (asked: string): boolean =>
    paths.some((path) => asked === path || asked.startsWith(`${path}/`));

/** Public data that the console reads too, and what either host needs by itself. */
const shared = below(
  '/api/v1/public',
  '/api/v1/units',
  '/api/openapi.json',
  '/problems',
  '/en/problems',
  '/health',
  '/metrics',
  '/assets',
  '/favicon.svg',
  '/robots.txt',
  '/.well-known',
);
/** Pages of officers and subjects, and every way in: that of people, that of the city's sign-on, that of machines. */
const inside = below('/console', '/sign-on', '/oauth', '/api/v1');

/** Where a path is answered; what is guarded is never the portal's, wherever it lies. */
export function sideOf(path: string, isGuarded: boolean): Side {
  if (isGuarded) return 'console';
  if (shared(path)) return 'both';
  return inside(path) ? 'console' : 'portal';
}

/**
 * Whether an answer may be another address: to whoever reads what is public, and to a person who goes to the console
 * (W3C Fetch Metadata; older browsers name HTML first). A program that belongs there is told so.
 */
function maySend({ method, headers }: FastifyRequest, to: 'portal' | 'console'): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  if (to === 'portal') return true;
  const mode = headers['sec-fetch-mode'];
  return mode === undefined ? (headers.accept ?? '').startsWith('text/html') : mode === 'navigate';
}

/** Path and query of a request, as a browser reads them; a target that is no path leads to the front page. */
function targetOf({ url }: FastifyRequest, origin: string): { pathname: string; search: string } {
  return URL.canParse(url, origin) ? new URL(url, origin) : new URL(origin);
}

/** The host of a request as a URL writes it: in small letters, without the scheme's own port. */
function hostOf(host: string, origin: string): string | undefined {
  const whole = `${new URL(origin).protocol}//${host}`;
  return URL.canParse(whole) ? new URL(whole).host : undefined;
}

function sideAsked(request: FastifyRequest, origins: TwoOrigins): 'portal' | 'console' | undefined {
  return (['portal', 'console'] as const).find(
    (side) => hostOf(request.host, origins[side]) === new URL(origins[side]).host,
  );
}

/**
 * Sends visitors of the wrong host to the right one and refuses everything else there (421, RFC 9110 § 15.5.20). Under
 * any other host, such as a bare address that is asked for the health, nothing changes. Must come before the guard, so
 * that no cookie is looked at on the portal's host.
 */
export function separateHosts(server: Server, origins: TwoOrigins): void {
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const asked = sideAsked(request, origins);
    if (asked === undefined) return;
    const { access = 'public' } = request.routeOptions.config;
    const { pathname, search } = targetOf(request, origins[asked]);
    const side = sideOf(pathname, access !== 'public');
    if (side === 'both' || side === asked) return;
    const origin = origins[side];
    // Not for ever (308 may be kept by browsers): the setting may change.
    if (maySend(request, side))
      return reply.header('cache-control', 'no-store').redirect(`${origin}${pathname}${search}`, 307);
    throw new Problem(misdirected, {
      detail: { zh: `请改用 ${origin}。`, en: `Ask ${origin} instead.` },
    });
  });
}
