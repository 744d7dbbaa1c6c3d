/** Statements for auditors: grants of roles and their ends, and how signing in goes, in numbers. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { Role } from '../account.ts';

/** A grant or the end of one. */
export interface RoleChange {
  readonly grantId: string;
  readonly change: 'granted' | 'ended';
  readonly at: Date;
  readonly unit: string;
  /** Whose role it is, as they are shown and as they sign in. */
  readonly name: string;
  readonly loginName: string;
  readonly role: Role;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
  /** Names in the books, such as `account:17`. */
  readonly by: string;
  readonly approvedBy: string | null;
  readonly isDelegated: boolean;
  readonly reason: string | null;
}

/** Newest first; null for all units. */
export const roleChanges = (page: {
  readonly unit: string | null;
  readonly before: Date | null;
  readonly limit: number;
}): Sql => sql`
  select x.* from (
    select g.grant_id as "grantId", 'granted' as change, g.granted_at as at, a.unit_code as unit, a.display_name as name,
      a.login_name as "loginName", g.role, g.since, g.until, g.granted_by as by, g.approved_by as "approvedBy",
      g.delegated_by is not null as "isDelegated", null::text as reason
    from identity.role_grant g join identity.account a on a.account_id = g.account_id
    union all
    select g.grant_id, 'ended', g.ended_at, a.unit_code, a.display_name, a.login_name, g.role, g.since, g.until, g.ended_by, null,
      g.delegated_by is not null, g.end_reason
    from identity.role_grant g join identity.account a on a.account_id = g.account_id
    where g.ended_at is not null
  ) x
  where (${page.unit}::text is null or x.unit = ${page.unit}) and (${page.before}::timestamptz is null or x.at < ${page.before})
  order by x.at desc, x."grantId" desc limit ${page.limit}`;

/** How signing in goes at one unit. */
export interface SignInFigures {
  readonly unit: string;
  readonly accounts: number;
  readonly openSessions: number;
  /** Accounts whose last tries failed, and how many tries that were; a right sign-in sets both to nought. */
  readonly failing: number;
  readonly failures: number;
  readonly locked: number;
  /** Open accounts without a second factor yet. */
  readonly withoutFactor: number;
}

/** By unit; null for all units. */
export const signInFigures = (unit: string | null, at: Date): Sql => sql`
  select a.unit_code as unit, count(*)::integer as accounts,
    coalesce(sum(s.open), 0)::integer as "openSessions",
    count(*) filter (where a.failed_count > 0)::integer as failing,
    coalesce(sum(a.failed_count), 0)::integer as failures,
    count(*) filter (where a.locked_until > ${at})::integer as locked,
    count(*) filter (where a.totp_sealed is null)::integer as "withoutFactor"
  from identity.account a
  left join (select account_id, count(*) as open from identity.session where ended_at is null and expires_at > ${at}
    group by account_id) s on s.account_id = a.account_id
  where a.closed_at is null and (${unit}::text is null or a.unit_code = ${unit})
  group by a.unit_code order by a.unit_code`;

/** Addresses and names that nobody has with failures just now; which they are is nobody's to read. */
export const strangeFailures = (): Sql => sql`
  select count(*) filter (where key like 'address:%')::integer as addresses,
    coalesce(sum(points) filter (where key like 'address:%'), 0)::integer as "fromAddresses",
    count(*) filter (where key like 'name:%')::integer as "unknownNames"
  from identity.rate where points > 0 and (expire is null or expire > extract(epoch from clock_timestamp()) * 1000)`;
