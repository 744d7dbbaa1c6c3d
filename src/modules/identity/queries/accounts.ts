/** SQL about accounts, and the counting of failed sign-ins on their rows. */
import { type Queryable, sql, type Tx } from '../../../platform/db/index.ts';
import type { Account, Role } from '../account.ts';

type AccountRow = {
  account_id: string;
  roles: Role[];
  login_name: string;
  display_name: string;
  unit_code: string;
  unit_zh: string;
  unit_en: string;
};

/** The civil date of an instant, as grants and units count it. */
const dayOf = (at: Date) => sql`(${at}::timestamptz at time zone 'Asia/Shanghai')::date`;

/** The columns of an account with the roles granted on the day of `at`. */
const columns = (at: Date) => sql`a.account_id, a.login_name, a.display_name, u.unit_code,
  u.name_zh as unit_zh, u.name_en as unit_en, array(
    select distinct g.role from identity.role_grant g
    where g.account_id = a.account_id and g.ended_at is null
      and g.since <= ${dayOf(at)} and (g.until is null or g.until > ${dayOf(at)})
    order by 1) as roles`;

/** An account acts only while it is open and its unit exists. */
const open = (at: Date) => sql`a.closed_at is null
  and (u.until is null or u.until > ${dayOf(at)})`;

export function toAccount(row: AccountRow): Account {
  return {
    accountId: row.account_id,
    roles: row.roles,
    loginName: row.login_name,
    name: row.display_name,
    unit: { code: row.unit_code, name: { zh: row.unit_zh, en: row.unit_en } },
  };
}

/** @returns false when the login name is taken */
export async function insertAccount(
  db: Queryable,
  account: {
    accountId: string;
    unit: string;
    loginName: string;
    name: string;
    passwordHash: string;
    createdAt: Date;
  },
): Promise<boolean> {
  const rows = await db.query(sql`
    insert into identity.account
      (account_id, unit_code, login_name, display_name, password_hash, created_at)
    values (${account.accountId}, ${account.unit}, ${account.loginName}, ${account.name}, ${account.passwordHash},
            ${account.createdAt})
    on conflict (login_name) do nothing
    returning account_id`);
  return rows.length === 1;
}

/** What the row says when an attempt begins. */
export type Attempt =
  | { readonly account: Account; readonly passwordHash: string; readonly lockedUntil: Date | null }
  | 'locked'
  | 'unknown';

/**
 * Counts an attempt as failed before the password is compared, so that attempts in parallel cannot exceed the limit;
 * `clearFailures` takes the count back when the password was right.
 */
export async function reserveAttempt(
  db: Queryable,
  who: { readonly loginName: string } | { readonly accountId: string },
  at: Date,
  limits: { failuresToLock: number; lock: number },
): Promise<Attempt> {
  const until = new Date(at.getTime() + limits.lock);
  const isHim =
    'loginName' in who ? sql`a.login_name = ${who.loginName}` : sql`a.account_id = ${who.accountId}`;
  const row = await db.maybe<AccountRow & { password_hash: string; locked_until: Date | null }>(sql`
    update identity.account a
    set failed_count = case when a.failed_count + 1 >= ${limits.failuresToLock}::integer then 0
                            else a.failed_count + 1 end,
        locked_until = case when a.failed_count + 1 >= ${limits.failuresToLock}::integer
                            then ${until}::timestamptz end
    from identity.unit u
    where ${isHim} and u.unit_code = a.unit_code and ${open(at)}
      and (a.locked_until is null or a.locked_until <= ${at})
    returning ${columns(at)}, a.password_hash, a.locked_until`);
  if (row) return { account: toAccount(row), passwordHash: row.password_hash, lockedUntil: row.locked_until };
  const locked = await db.maybe(sql`
    select from identity.account a where ${isHim} and a.closed_at is null and a.locked_until > ${at}`);
  return locked ? 'locked' : 'unknown';
}

/** The open account of a name, for somebody who proved elsewhere that it is theirs. */
export async function findOpenAccount(
  db: Queryable,
  loginName: string,
  at: Date,
): Promise<Account | undefined> {
  const row = await db.maybe<AccountRow>(sql`
    select ${columns(at)} from identity.account a join identity.unit u on u.unit_code = a.unit_code
    where a.login_name = ${loginName} and ${open(at)}`);
  return row && toAccount(row);
}

export async function isLocked(db: Queryable, accountId: string, at: Date): Promise<boolean> {
  const row = await db.maybe(sql`
    select from identity.account where account_id = ${accountId} and locked_until > ${at}`);
  return row !== undefined;
}

/**
 * Takes back one count of `reserveAttempt`, which had answered `lockedUntil`, and no other: a lock that another attempt
 * set meanwhile stays.
 */
export async function returnAttempt(
  db: Queryable,
  accountId: string,
  lockedUntil: Date | null,
  failuresToLock: number,
): Promise<void> {
  await db.query(
    lockedUntil === null
      ? sql`update identity.account set failed_count = greatest(failed_count - 1, 0)
            where account_id = ${accountId} and locked_until is null`
      : sql`update identity.account set failed_count = ${failuresToLock - 1}, locked_until = null
            where account_id = ${accountId} and locked_until = ${lockedUntil}`,
  );
}

export async function clearFailures(db: Queryable, accountId: string): Promise<void> {
  await db.query(sql`
    update identity.account set failed_count = 0, locked_until = null where account_id = ${accountId}`);
}

/** The unit of an open account; nobody else closes it or changes its roles until the transaction is over. */
export function lockAccount(tx: Tx, accountId: string): Promise<{ unit: string } | undefined> {
  return tx.maybe(sql`
    select unit_code as unit from identity.account where account_id = ${accountId} and closed_at is null for update`);
}

/** @returns false when there is no such open account */
export async function setAccountClosed(db: Queryable, accountId: string, at: Date): Promise<boolean> {
  const rows = await db.query(sql`
    update identity.account set closed_at = ${at}
    where account_id = ${accountId} and closed_at is null returning account_id`);
  return rows.length === 1;
}

export const accountColumns = columns;
export const accountIsOpen = open;
export type { AccountRow };
