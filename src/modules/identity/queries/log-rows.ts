/** Statements that give grants of roles, their ends, and decided requests as the transparency log commits to them. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';
import type { LoggedRowColumns, TableStatements } from '../../transparency/index.ts';

/** A grant with its place among the rows of its entry. */
interface LoggedGrant extends LoggedRowColumns {
  grant_id: string;
}

const shown = `g.grant_id::text as key,
  json_build_object('account', g.account_id::text, 'role', g.role, 'since', g.since, 'until', g.until)::text as shown`;

const granted = raw(`${shown}, json_build_object('grantedBy', g.granted_by, 'approvedBy', g.approved_by,
  'delegatedBy', g.delegated_by::text, 'grantedAt', g.granted_at at time zone 'UTC')::text as kept`);

const ended = raw(`${shown}, json_build_object('reason', g.end_reason, 'endedBy', g.ended_by,
  'endedAt', g.ended_at at time zone 'UTC')::text as kept`);

function statementsOf(entry: Sql, parts: Sql, which: Sql): TableStatements<LoggedGrant> {
  return {
    rowsOf: (entryIds, last, most) => sql`
      select ${entry} as entry_id, g.grant_id, ${parts} from identity.role_grant g
      where ${which} and ${entry} = any(${entryIds}::bigint[])
        and (${entry}, g.grant_id) > (${last?.entry_id ?? '0'}::bigint, ${last?.grant_id ?? '0'}::bigint)
      order by 1, 2 limit ${most}`,
    entryIds: (after, most) => sql`
      select distinct coalesce(${entry}, 0) as entry_id from identity.role_grant g
      where ${which} and coalesce(${entry}, 0) > ${after}::bigint order by 1 limit ${most}`,
    rowsAt: (entryId, from, most) => sql`
      select ${entry} as entry_id, ${parts} from identity.role_grant g
      where ${which} and ${entry} = ${entryId}::bigint order by g.grant_id offset ${from} limit ${most}`,
  };
}

export const grants = statementsOf(raw('g.entry_id'), granted, raw('true'));
export const endsOfGrants = statementsOf(raw('g.end_entry_id'), ended, raw('g.ended_at is not null'));

/** A decided request; nothing of it is public. */
interface LoggedApproval extends LoggedRowColumns {
  approval_id: string;
}

const decided =
  raw(`p.approval_id, p.approval_id::text as key, '{}' as shown, json_build_object('kind', p.kind, 'target', p.target,
  'payload', p.payload, 'unit', p.unit_code, 'requestedBy', p.requested_by, 'reason', p.reason,
  'requestedAt', p.requested_at at time zone 'UTC', 'decision', p.decision, 'decidedBy', p.decided_by,
  'decisionReason', p.decision_reason, 'decidedAt', p.decided_at at time zone 'UTC', 'outcome', p.outcome)::text as kept`);

export const decisions: TableStatements<LoggedApproval> = {
  rowsOf: (entryIds, last, most) => sql`
    select p.entry_id, ${decided} from identity.approval p
    where p.entry_id = any(${entryIds}::bigint[])
      and (p.entry_id, p.approval_id) > (${last?.entry_id ?? '0'}::bigint, ${last?.approval_id ?? '0'}::bigint)
    order by 1, 2 limit ${most}`,
  entryIds: (after, most) => sql`
    select distinct coalesce(p.entry_id, 0) as entry_id from identity.approval p
    where p.decision is not null and coalesce(p.entry_id, 0) > ${after}::bigint order by 1 limit ${most}`,
  rowsAt: (entryId, from, most) => sql`
    select p.entry_id, ${decided} from identity.approval p
    where p.entry_id = ${entryId}::bigint order by p.approval_id offset ${from} limit ${most}`,
};
