/** SQL about sessions; a token is stored as its SHA-256 alone. */
import { type Queryable, type Sql, sql } from '../../../platform/db/index.ts';
import type { Account } from '../account.ts';
import type { SignInMethod } from '../session.ts';
import { type AccountRow, accountColumns, accountIsOpen, toAccount } from './accounts.ts';

/** Whether a token is the session's, or the one before it while that is still good at `at`. */
export function isTokenOf(tokenHash: string, at: Date): Sql {
  return sql`(token_hash = decode(${tokenHash}, 'hex')
    or (former_hash = decode(${tokenHash}, 'hex') and former_until > ${at}))`;
}

export async function insertSession(
  db: Queryable,
  session: {
    tokenHash: string;
    sessionId: string;
    accountId: string;
    method: SignInMethod;
    address: string;
    device: string;
    createdAt: Date;
    factorAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await db.query(sql`
    insert into identity.session
      (token_hash, session_id, account_id, method, address, device, created_at, seen_at, factor_at, expires_at)
    values (decode(${session.tokenHash}, 'hex'), ${session.sessionId}, ${session.accountId}, ${session.method},
            ${session.address}, ${session.device}, ${session.createdAt}, ${session.createdAt}, ${session.factorAt},
            ${session.expiresAt})`);
}

/** A session that may still be used at `at`, unless nobody used it since `idleSince`. */
export async function selectSession(
  db: Queryable,
  tokenHash: string,
  at: Date,
  idleSince: Date,
): Promise<{ account: Account; seenAt: Date; expiresAt: Date } | undefined> {
  const row = await db.maybe<AccountRow & { seen_at: Date; expires_at: Date }>(sql`
    select ${accountColumns(at)}, s.seen_at, s.expires_at
    from identity.session s
    join identity.account a on a.account_id = s.account_id
    join identity.unit u on u.unit_code = a.unit_code
    where ${isTokenOf(tokenHash, at)} and s.ended_at is null
      and s.expires_at > ${at} and s.seen_at > ${idleSince} and ${accountIsOpen(at)}`);
  return row && { account: toAccount(row), seenAt: row.seen_at, expiresAt: row.expires_at };
}

/** Never moves "last seen" backwards, whatever order requests in parallel arrive in; a former token moves nothing. */
export async function touchSession(db: Queryable, tokenHash: string, at: Date): Promise<void> {
  await db.query(sql`
    update identity.session set seen_at = ${at}
    where token_hash = decode(${tokenHash}, 'hex') and seen_at < ${at}`);
}

/** @returns whose it was; undefined when there was none */
export async function endSession(db: Queryable, tokenHash: string, at: Date): Promise<string | undefined> {
  const row = await db.maybe<{ accountId: string }>(sql`
    update identity.session set ended_at = ${at}
    where ${isTokenOf(tokenHash, at)} and ended_at is null returning account_id as "accountId"`);
  return row?.accountId;
}

/** Ends the sessions of an account, all but that of `exceptToken` (a hash). @returns how many */
export async function endSessionsOf(
  db: Queryable,
  accountId: string,
  at: Date,
  exceptToken = '',
): Promise<number> {
  const rows = await db.query(sql`
    update identity.session set ended_at = ${at}
    where account_id = ${accountId} and ended_at is null and expires_at > ${at}
      and ${isTokenOf(exceptToken, at)} is not true returning session_id`);
  return rows.length;
}

/** Leaves the newest `keep` sessions of an account and ends the others. */
export async function endOldestSessions(
  tx: Queryable,
  accountId: string,
  keep: number,
  at: Date,
): Promise<void> {
  await tx.query(sql`
    update identity.session set ended_at = ${at}
    where session_id in (
      select session_id from identity.session where account_id = ${accountId} and ended_at is null and expires_at > ${at}
      order by created_at desc, session_id desc offset ${keep})`);
}
