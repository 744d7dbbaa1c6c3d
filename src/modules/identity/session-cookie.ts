/** The cookie that holds a session's token, out of reach of scripts and of requests that other sites start. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isPlainLoopback } from '../../platform/http/index.ts';

/**
 * The name of a cookie here: with `__Host-` (RFC 6265bis § 4.1.3.2) no neighbour under the domain can set it and no
 * plain connection brings it. Browsers refuse that prefix on plain HTTP, which is left to this machine alone.
 */
export function cookieName(request: FastifyRequest, name: string): string {
  return isPlainLoopback(request) ? name : `__Host-${name}`;
}

/** What `__Host-` asks for, and out of reach of scripts; `sameSite` is the cookie's own matter. */
export function cookieAttributes<Site extends 'strict' | 'lax'>(request: FastifyRequest, sameSite: Site) {
  return { path: '/', httpOnly: true, sameSite, secure: !isPlainLoopback(request) } as const;
}

const session = 'gx_session';

/** The session token that a request brings. Parsed here, since the guard runs before cookies are. */
export function sessionToken(request: FastifyRequest): string | undefined {
  const header = request.headers.cookie;
  return (header && request.server.parseCookie(header)[cookieName(request, session)]) || undefined;
}

/** Without Max-Age it goes with the browser; its end is kept on the server anyway. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(request, session), token, cookieAttributes(request, 'strict'));
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request, session), cookieAttributes(request, 'strict'));
}
