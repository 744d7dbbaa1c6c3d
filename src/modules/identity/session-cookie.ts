/** The cookie that holds a session's token, out of reach of scripts and of requests that other sites start. */
import type { FastifyReply, FastifyRequest } from 'fastify';

const sessionCookie = 'gx_session';

/** The session token that a request brings. Parsed here, since the guard runs before cookies are. */
export function sessionToken(request: FastifyRequest): string | undefined {
  const header = request.headers.cookie;
  return (header && request.server.parseCookie(header)[sessionCookie]) || undefined;
}

function attributes(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: request.protocol === 'https' } as const;
}

/** Without Max-Age it goes with the browser; its end is kept on the server anyway. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(sessionCookie, token, attributes(request));
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, attributes(request));
}
