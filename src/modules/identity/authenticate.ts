/** Tells who makes a request: a machine by its token, an officer or a subject by the cookie of a session, or nobody. */
import type { FastifyRequest } from 'fastify';
import { type Actor, anonymous } from '../../platform/actor.ts';
import { ownHost } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { currentSession } from './current-session.ts';
import { crossSite, networkRefused, quotaSpent, tokenRefused } from './problems.ts';
import { countUse } from './queries/clients.ts';
import { changesState, originOf } from './same-origin.ts';
import { sessionToken } from './session-cookie.ts';
import { findSubjectActor } from './subject-session.ts';
import { findTokenClient } from './token-store.ts';

/** Machine clients act for their unit, within their scopes. */
async function clientOf(platform: Platform, token: string, address: string): Promise<Actor> {
  const client = await findTokenClient(platform, token, address);
  // RFC 6750 § 3.1.
  const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
  if (!client) throw new Problem(tokenRefused, { headers });
  const { clientId, unit, scopes, quota, isFromNetwork } = client;
  if (!isFromNetwork) throw new Problem(networkRefused);
  if (quota !== null && (await countUse(platform.db.app, clientId, platform.clock.now())) > quota)
    throw new Problem(quotaSpent);
  return { kind: 'client', clientId, unit, scopes };
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
 * @throws Problem token-refused for a wrong or expired token; network-refused, quota-spent for a client; cross-site when a request that changes something
 *   brings a cookie and does not prove that it comes from our own pages
 */
export async function authenticate(platform: Platform, request: FastifyRequest): Promise<Actor> {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return clientOf(platform, bearer, request.ip);
  const token = sessionToken(request);
  if (token === undefined) return anonymous;
  if (changesState(request.method) && originOf(request.headers, ownHost(request)) !== 'same') {
    throw new Problem(crossSite);
  }
  return accountOf(platform, token);
}
