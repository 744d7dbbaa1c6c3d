/** What the browser sees of us: our origin, and whether it comes over plain HTTP on this machine. */
import type { FastifyRequest } from 'fastify';
import { isLoopbackHost } from '../config-values.ts';

/** The origin under which people sign in, as the settings say: the console's, or the one for all; else what the request says. */
export function browserOrigin(request: FastifyRequest): string {
  const { consoleOrigin, publicOrigin } = request.server;
  return consoleOrigin ?? publicOrigin ?? `${request.protocol}://${request.host}`;
}

/** The host that our own pages with a session are on: the console's where it has one of its own, else the one asked. */
export function ownHost(request: FastifyRequest): string {
  const { consoleOrigin } = request.server;
  return consoleOrigin === undefined ? request.host : new URL(consoleOrigin).host;
}

/** Only there browsers take cookies without TLS for granted; everywhere else a cookie is for https alone. */
export function isPlainLoopback(request: FastifyRequest): boolean {
  const origin = browserOrigin(request);
  return origin.startsWith('http:') && URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname);
}
