/** Tells who makes a request: a machine by its token, an officer or a subject by the cookie of a session, or nobody. */
import type { FastifyRequest } from 'fastify';
import { type Actor, anonymous } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { currentSession } from './current-session.ts';
import { crossSite, tokenRefused } from './problems.ts';
import { changesState, originOf } from './same-origin.ts';
import { sessionToken } from './session-cookie.ts';
import { findSubjectActor } from './subject-session.ts';
import { findTokenClient } from './token-store.ts';

/** Machine clients act for their unit as its data officer would. */
async function clientOf(platform: Platform, token: string): Promise<Actor> {
  const client = await findTokenClient(platform, token);
  // RFC 6750 § 3.1.
  const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
  if (!client) throw new Problem(tokenRefused, { headers });
  return { kind: 'client', ...client };
}

async function accountOf(platform: Platform, token: string): Promise<Actor> {
  const session = await currentSession(platform, token);
  if (!session) return (await findSubjectActor(platform, token)) ?? anonymous;
  const { accountId, roles, name, unit } = session.account;
  return { kind: 'account', accountId, unit: unit.code, roles, name };
}

/**
 * The `authenticate` of the HTTP door. A session that has ended makes its reader anonymous, so that public pages go
 * on working and guarded ones ask for a sign-in.
 * @throws Problem token-refused for a wrong or expired token; cross-site when a request that changes something
 *   brings a cookie and does not prove that it comes from our own pages
 */
export async function authenticate(platform: Platform, request: FastifyRequest): Promise<Actor> {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return clientOf(platform, bearer);
  const token = sessionToken(request);
  if (token === undefined) return anonymous;
  if (changesState(request.method) && originOf(request.headers, request.host) !== 'same') {
    throw new Problem(crossSite);
  }
  return accountOf(platform, token);
}
