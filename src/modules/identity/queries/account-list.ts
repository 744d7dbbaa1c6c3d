/** SQL about accounts as their administrators see them. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type Queryable, sql } from '../../../platform/db/index.ts';
import type { Role } from '../account.ts';

/** An account without its roles. */
export type AccountLine = {
  readonly accountId: string;
  readonly unit: string;
  readonly loginName: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly lockedUntil: Date | null;
  readonly hasSecondFactor: boolean;
  /** When somebody else last came from the city's sign-on under this name. */
  readonly signOnClashedAt: Date | null;
};

/** A grant in force, or to come. */
export type GrantLine = {
  readonly accountId: string;
  readonly grantId: string;
  readonly role: Role;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
  readonly isDelegated: boolean;
};

const columns = sql`account_id as "accountId", unit_code as unit, login_name as "loginName", display_name as name,
  created_at as "createdAt", closed_at as "closedAt", locked_until as "lockedUntil",
  totp_sealed is not null or exists (select from identity.passkey p where p.account_id = account.account_id) as "hasSecondFactor",
  (select clashed_at from identity.sign_on_binding b where b.kind = 'officer' and b.bound_id = account.account_id) as "signOnClashedAt"`;

export function selectAccount(
  db: Queryable,
  which: string | { readonly loginName: string },
): Promise<AccountLine | undefined> {
  const is = typeof which === 'string' ? sql`account_id = ${which}` : sql`login_name = ${which.loginName}`;
  return db.maybe(sql`select ${columns} from identity.account where ${is}`);
}

/** Accounts of a unit, open ones first. */
export function selectAccounts(db: Queryable, unit: string): Promise<AccountLine[]> {
  return db.query(sql`
    select ${columns} from identity.account where unit_code = ${unit}
    order by closed_at is not null, login_name`);
}

/** Their grants that have not ended on that day. */
export function selectGrantLines(
  db: Queryable,
  accountIds: readonly string[],
  on: CivilDate,
): Promise<GrantLine[]> {
  return db.query(sql`
    select account_id as "accountId", grant_id as "grantId", role, since, until, delegated_by is not null as "isDelegated"
    from identity.role_grant
    where account_id = any(${accountIds}::bigint[]) and ended_at is null and (until is null or until > ${on})
    order by since, grant_id`);
}

/** Whether anybody at all is an administrator on that day. */
export async function findsAdministrator(db: Queryable, on: CivilDate): Promise<boolean> {
  const found = await db.query(sql`
    select from identity.account a join identity.role_grant g on g.account_id = a.account_id
    where a.closed_at is null and g.role = 'administrator' and g.ended_at is null
      and g.since <= ${on} and (g.until is null or g.until > ${on}) limit 1`);
  return found.length === 1;
}
