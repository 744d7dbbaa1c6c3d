/** Statements about rows that wait for a person. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';
import type { Relations } from './staging.ts';

/** A held row as an officer sees it. */
export interface HeldRow {
  held_row_id: string;
  submission_id: string;
  row_no: number;
  unit_code: string;
  item: string;
  edition_id: string;
  rule: string;
  params: { holder?: string } | null;
  held_at: Date;
  received_at: Date;
  handed_in_by: string;
  party_name: string;
  key_value: string | null;
  decision_no: string;
  decided_on: string;
  authority_name: string;
  open_fields: Record<string, string>;
  decision: 'accept' | 'return' | null;
  reason: string | null;
  decided_at: Date | null;
}

const columns = sql`h.held_row_id, h.submission_id, h.row_no, h.unit_code, s.item, s.edition_id, h.rule, h.params, h.held_at,
  s.received_at, s.handed_in_by, h.staged ->> 'party_name' as party_name, h.staged ->> 'key_value' as key_value,
  h.staged ->> 'decision_no' as decision_no, h.staged ->> 'decided_on' as decided_on,
  h.staged ->> 'authority_name' as authority_name, h.staged -> 'open_fields' as open_fields, h.decision, h.reason, h.decided_at`;

/**
 * Rows that wait: those of the asking unit, and for the centre those assigned to it.
 */
export const openHeldRows = (
  scope: { unitCode: string; centre: boolean },
  page: { after?: string | undefined; limit: number },
): Sql => sql`
  select ${columns} from intake.held_row h join intake.submission s on s.submission_id = h.submission_id
  where h.decision is null and (h.unit_code = ${scope.unitCode} or (${scope.centre} and h.assigned_to = 'centre'))
    and (${page.after ?? null}::bigint is null or h.held_row_id > ${page.after ?? null}::bigint)
  order by h.held_row_id limit ${page.limit}`;

/** The submission of a row that may be decided. */
export const submissionOfHeldRow = (heldRowId: string): Sql => sql`
  select submission_id from intake.held_row
  where held_row_id = ${heldRowId} and assigned_to = 'centre' and decision is null`;

/** One undecided row assigned to the centre, locked for the decision; the submission is locked already. */
export const lockHeldRow = (heldRowId: string): Sql => sql`
  select ${columns} from intake.held_row h join intake.submission s on s.submission_id = h.submission_id
  where h.held_row_id = ${heldRowId} and h.assigned_to = 'centre' and h.decision is null
  for update of h`;

/** Writes down who decided what and why; the staged values are not needed any more. */
export const decideRow = (
  heldRowId: string,
  decided: { decision: 'accept' | 'return'; reason: string; by: string; at: Date },
): Sql => sql`
  update intake.held_row set decision = ${decided.decision}, reason = ${decided.reason}, decided_by = ${decided.by},
    decided_at = ${decided.at}, staged = '{}'::jsonb
  where held_row_id = ${heldRowId}`;

/** Moves one row of a submission's books from held to where it came out. */
export const recount = (
  submissionId: string,
  outcome: 'accepted' | 'duplicate' | 'rejected',
  isReturned: boolean,
): Sql => sql`
  update intake.submission set held_count = held_count - 1,
    accepted_count = accepted_count + ${outcome === 'accepted' ? 1 : 0}::integer,
    duplicate_count = duplicate_count + ${outcome === 'duplicate' ? 1 : 0}::integer,
    rejected_count = rejected_count + ${outcome === 'rejected' ? 1 : 0}::integer,
    returned_count = returned_count + ${isReturned ? 1 : 0}::integer
  where submission_id = ${submissionId}`;

/** A withdrawn submission's waiting rows need no decision any more. */
export const returnHeldRows = (
  submissionId: string,
  end: { by: string; at: Date; reason: string },
): Sql => sql`
  update intake.held_row set decision = 'return', reason = ${end.reason}, decided_by = ${end.by}, decided_at = ${end.at},
    staged = '{}'::jsonb
  where submission_id = ${submissionId} and decision is null`;

/** What was decided about rows of a submission, in the order of the file. */
export const decidedHeldRows = (submissionId: string, limit: number): Sql => sql`
  select row_no, decision, reason, decided_at from intake.held_row
  where submission_id = ${submissionId} and decision is not null order by row_no limit ${limit}`;

/** How the one judged row came out. */
export const judgedOutcome = ({ judged }: Relations): Sql => sql`select outcome from ${raw(judged)}`;

/** Counts of what waits. */
export const openWork = (scope: { unitCode: string; centre: boolean }, since: Date): Sql => sql`
  select
    (select count(*)::integer from intake.submission where unit_code = ${scope.unitCode} and state = 'received') as "inWork",
    (select count(*)::integer from intake.held_row where decision is null
      and (unit_code = ${scope.unitCode} or (${scope.centre} and assigned_to = 'centre'))) as "heldRows",
    (select count(*)::integer from intake.submission where unit_code = ${scope.unitCode} and state = 'settled'
      and rejected_count > 0 and received_at >= ${since}) as "withFindings"`;
