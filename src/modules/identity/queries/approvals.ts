/** SQL about requests for acts under four eyes. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type Queryable, sql, type Tx } from '../../../platform/db/index.ts';

export type Decision = 'approved' | 'refused' | 'cancelled';

/** A request as it is kept. */
export type ApprovalRow = {
  readonly approvalId: string;
  readonly kind: string;
  readonly target: string;
  readonly payload: unknown;
  readonly unit: string;
  readonly requestedBy: string;
  readonly reason: string;
  readonly requestedAt: Date;
  readonly decision: Decision | null;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly decidedAt: Date | null;
};

const columns = sql`approval_id as "approvalId", kind, target, payload, unit_code as unit, requested_by as "requestedBy",
  reason, requested_at as "requestedAt", decision, decided_by as "decidedBy", decision_reason as "decisionReason",
  decided_at as "decidedAt"`;

/** @returns false when a request for the same is open */
export async function insertApproval(
  db: Queryable,
  approval: Pick<
    ApprovalRow,
    'approvalId' | 'kind' | 'target' | 'payload' | 'unit' | 'requestedBy' | 'reason' | 'requestedAt'
  >,
): Promise<boolean> {
  const rows = await db.query(sql`
    insert into identity.approval (approval_id, kind, target, payload, unit_code, requested_by, reason, requested_at)
    values (${approval.approvalId}, ${approval.kind}, ${approval.target}, ${JSON.stringify(approval.payload)}::jsonb,
            ${approval.unit}, ${approval.requestedBy}, ${approval.reason}, ${approval.requestedAt})
    on conflict (kind, target) where decision is null do nothing returning approval_id`);
  return rows.length === 1;
}

export function selectOpenApproval(
  db: Queryable,
  kind: string,
  target: string,
): Promise<ApprovalRow | undefined> {
  return db.maybe(sql`
    select ${columns} from identity.approval where kind = ${kind} and target = ${target} and decision is null`);
}

export function selectApproval(db: Queryable, approvalId: string): Promise<ApprovalRow | undefined> {
  return db.maybe(sql`select ${columns} from identity.approval where approval_id = ${approvalId}`);
}

/** The request, held until the transaction is over, so that it is decided once. */
export function lockApproval(tx: Tx, approvalId: string): Promise<ApprovalRow | undefined> {
  return tx.maybe(sql`select ${columns} from identity.approval where approval_id = ${approvalId} for update`);
}

export async function updateDecision(
  tx: Tx,
  approvalId: string,
  decided: {
    decision: Decision;
    by: string;
    reason: string | null;
    at: Date;
    outcome: unknown;
    entryId: string;
  },
): Promise<void> {
  await tx.query(sql`
    update identity.approval
    set decision = ${decided.decision}, decided_by = ${decided.by}, decision_reason = ${decided.reason},
        decided_at = ${decided.at}, outcome = ${JSON.stringify(decided.outcome ?? null)}::jsonb,
        entry_id = ${decided.entryId}
    where approval_id = ${approvalId}`);
}

/** Requests of a unit (of all when it is null), or of one requester, newest first. */
export function selectApprovals(
  db: Queryable,
  page: {
    readonly unit: string | null;
    readonly requestedBy: string;
    readonly before: string | null;
    readonly open: boolean;
    readonly limit: number;
  },
): Promise<ApprovalRow[]> {
  return db.query(sql`
    select ${columns} from identity.approval
    where (${page.unit}::text is null or unit_code = ${page.unit} or requested_by = ${page.requestedBy})
      and (decision is null) = ${page.open} and (${page.before}::bigint is null or approval_id < ${page.before})
    order by approval_id desc limit ${page.limit}`);
}

/** Whether a unit has somebody else with one of the roles on that day, so that the centre need not decide. */
export async function hasDecider(
  db: Queryable,
  unit: string,
  roles: readonly string[],
  except: readonly string[],
  on: CivilDate,
): Promise<boolean> {
  const found = await db.query(sql`
    select from identity.account a join identity.role_grant g on g.account_id = a.account_id
    where a.unit_code = ${unit} and a.closed_at is null and a.account_id <> all(${except}::bigint[])
      and g.role = any(${roles}::text[]) and g.ended_at is null
      and g.since <= ${on} and (g.until is null or g.until > ${on})
    limit 1`);
  return found.length === 1;
}

/** How accounts are shown, by id. */
export async function selectNames(
  db: Queryable,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; name: string }>(sql`
    select account_id as id, display_name as name from identity.account where account_id = any(${accountIds}::bigint[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
