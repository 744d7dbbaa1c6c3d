/** SQL about the sessions of one account, for its own eyes, and about how fresh their second factor is. */
import { type Queryable, sql } from '../../../platform/db/index.ts';
import type { SignInMethod } from '../session.ts';
import { isTokenOf } from './sessions.ts';

/** A session that may still be used. */
export type SessionLine = {
  readonly sessionId: string;
  readonly method: SignInMethod;
  readonly address: string;
  readonly device: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly isCurrent: boolean;
};

export function selectSessions(
  db: Queryable,
  accountId: string,
  tokenHash: string,
  at: Date,
  idleSince: Date,
): Promise<SessionLine[]> {
  return db.query(sql`
    select session_id as "sessionId", method, address, device, created_at as "createdAt", seen_at as "seenAt",
      ${isTokenOf(tokenHash, at)} is true as "isCurrent"
    from identity.session
    where account_id = ${accountId} and ended_at is null and expires_at > ${at} and seen_at > ${idleSince}
    order by seen_at desc, session_id`);
}

/** @returns false when the account has no such session */
export async function endOwnSession(
  db: Queryable,
  accountId: string,
  sessionId: string,
  at: Date,
): Promise<boolean> {
  const rows = await db.query(sql`
    update identity.session set ended_at = ${at}
    where account_id = ${accountId} and session_id = ${sessionId} and ended_at is null returning session_id`);
  return rows.length === 1;
}

/** Whether the session showed its second factor since then; a former token has shown none. */
export async function hasFreshFactor(db: Queryable, tokenHash: string, since: Date): Promise<boolean> {
  const rows = await db.query(sql`
    select from identity.session where token_hash = decode(${tokenHash}, 'hex') and factor_at >= ${since}`);
  return rows.length === 1;
}

/**
 * Puts a new token in the place of the session's own, and the factor shown for it beside it.
 * @returns false when that token is no session's any more: of several at once one succeeds
 */
export async function replaceToken(
  db: Queryable,
  tokenHash: string,
  next: { readonly tokenHash: string; readonly factorAt: Date; readonly formerUntil: Date },
): Promise<boolean> {
  const rows = await db.query(sql`
    update identity.session
    set token_hash = decode(${next.tokenHash}, 'hex'), factor_at = ${next.factorAt},
      former_hash = token_hash, former_until = ${next.formerUntil}
    where token_hash = decode(${tokenHash}, 'hex') and ended_at is null returning session_id`);
  return rows.length === 1;
}

/** When the session last showed a second factor. */
export async function factorShownAt(db: Queryable, tokenHash: string): Promise<Date | undefined> {
  const row = await db.maybe<{ factorAt: Date }>(sql`
    select factor_at as "factorAt" from identity.session where token_hash = decode(${tokenHash}, 'hex')`);
  return row?.factorAt;
}
