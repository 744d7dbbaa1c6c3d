/** What the browser sees of us: our origin, and whether it comes over plain HTTP on this machine. */
import type { FastifyRequest } from 'fastify';
import { isLoopbackHost } from '../config-values.ts';

/** The origin that the setting says; without it, what the request says. */
export function browserOrigin(request: FastifyRequest): string {
  return request.server.publicOrigin ?? `${request.protocol}://${request.host}`;
}

/** Only there browsers take cookies without TLS for granted; everywhere else a cookie is for https alone. */
export function isPlainLoopback(request: FastifyRequest): boolean {
  const origin = browserOrigin(request);
  return origin.startsWith('http:') && URL.canParse(origin) && isLoopbackHost(new URL(origin).hostname);
}
