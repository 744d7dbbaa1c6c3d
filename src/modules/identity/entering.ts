/** What every way in has at its two ends: from where somebody comes, and the answer with the session's cookie. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Entered, Whence } from './open-session.ts';
import type { Session } from './session.ts';
import { setSessionCookie } from './session-cookie.ts';

/** The session as the API tells it. */
export function answerOf({ account, expiresAt }: Session) {
  const { name, roles, unit } = account;
  return { account: { name, roles: [...roles], unit }, expiresAt: expiresAt.toISOString() };
}

export function whence({ ip, headers }: FastifyRequest): Whence {
  return { address: ip, device: headers['user-agent'] ?? '' };
}

/** Answers 204 to whoever showed a factor again, with the session's new token; without one the browser has it already. */
export function goOn(request: FastifyRequest, reply: FastifyReply, token: string | undefined): FastifyReply {
  if (token !== undefined) setSessionCookie(request, reply, token);
  return reply.header('cache-control', 'no-store').code(204).send(null);
}

/** Answers 201 with the session, its token as a cookie. */
export function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, ...session }: Entered,
): FastifyReply {
  setSessionCookie(request, reply, token);
  return reply.code(201).send(answerOf(session));
}
