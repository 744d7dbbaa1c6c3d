/** Whether a request comes from our own pages: what keeps other sites from acting with somebody's cookie. */
import type { IncomingHttpHeaders } from 'node:http';

/** `unknown`: the request says nothing about where it comes from, as programs do. */
export type Origin = 'same' | 'other' | 'unknown';

/** Methods that change nothing (RFC 9110 § 9.2.1). */
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

export function changesState(method: string): boolean {
  return !safeMethods.has(method);
}

/**
 * Reads Sec-Fetch-Site (W3C Fetch Metadata), which pages cannot forge; browsers without it send Origin, whose host
 * must be `host`. `same-site` is another origin: a neighbour under the same domain is not trusted.
 */
export function originOf(headers: IncomingHttpHeaders, host: string): Origin {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' ? 'same' : 'other';
  const { origin } = headers;
  if (origin === undefined) return 'unknown';
  // The scheme is not compared: behind a proxy that ends TLS it differs from what the browser sees.
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase() ? 'same' : 'other';
}
