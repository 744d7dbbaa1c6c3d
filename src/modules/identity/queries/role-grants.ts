/** SQL about the grants of roles; a grant is never changed but for its end. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type Queryable, sql, type Tx } from '../../../platform/db/index.ts';
import type { Role } from '../account.ts';

/** A grant as it is kept; `until` is half-open, null while nobody said when it ends. */
export type GrantRow = {
  readonly grantId: string;
  readonly accountId: string;
  readonly role: Role;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
  readonly delegatedBy: string | null;
  readonly grantedBy: string;
  readonly approvedBy: string | null;
  readonly grantedAt: Date;
};

const columns = sql`grant_id as "grantId", account_id as "accountId", role, since, until, delegated_by as "delegatedBy",
  granted_by as "grantedBy", approved_by as "approvedBy", granted_at as "grantedAt"`;

/** Its own log entry has its own number. */
export async function insertGrant(tx: Tx, grant: GrantRow): Promise<void> {
  await tx.query(sql`
    insert into identity.role_grant
      (grant_id, account_id, role, since, until, delegated_by, granted_by, approved_by, granted_at, entry_id)
    values (${grant.grantId}, ${grant.accountId}, ${grant.role}, ${grant.since}, ${grant.until}, ${grant.delegatedBy},
            ${grant.grantedBy}, ${grant.approvedBy}, ${grant.grantedAt}, ${grant.grantId})`);
}

/** Grants that are in force on `on` or will be. */
export function selectGrants(db: Queryable, accountId: string, on: CivilDate): Promise<GrantRow[]> {
  return db.query(sql`
    select ${columns} from identity.role_grant
    where account_id = ${accountId} and ended_at is null and (until is null or until > ${on})
    order by since, grant_id`);
}

/** The grant, unless it has ended. */
export function selectGrant(db: Queryable, grantId: string, on: CivilDate): Promise<GrantRow | undefined> {
  return db.maybe(sql`
    select ${columns} from identity.role_grant
    where grant_id = ${grantId} and ended_at is null and (until is null or until > ${on})`);
}

/** How a grant ends before its time. */
export type GrantEnd = {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
  readonly entryId: string;
};

/** Ends one grant. @returns false when it has ended already */
export async function endGrantRow(tx: Tx, grantId: string, end: GrantEnd): Promise<boolean> {
  const rows = await tx.query(sql`
    update identity.role_grant
    set ended_at = ${end.at}, ended_by = ${end.by}, end_reason = ${end.reason}, end_entry_id = ${end.entryId}
    where grant_id = ${grantId} and ended_at is null returning grant_id`);
  return rows.length === 1;
}

/** Numbers of the open grants that an account holds or has delegated, of one role or of all. */
export async function selectOpenGrantIds(
  tx: Tx,
  accountId: string,
  which: { readonly delegated: boolean; readonly role?: Role },
): Promise<string[]> {
  const rows = await tx.query<{ grantId: string }>(sql`
    select grant_id as "grantId" from identity.role_grant
    where ${which.delegated ? sql`delegated_by` : sql`account_id`} = ${accountId} and ended_at is null
      and (${which.role ?? null}::text is null or role = ${which.role ?? null}) order by grant_id`);
  return rows.map(({ grantId }) => grantId);
}
