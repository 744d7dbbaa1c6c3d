/** Statements of the self-check: what is shown, what was released, and the book of findings. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** One round at a time. */
export const lockRound = (): Sql => sql`select pg_advisory_xact_lock(hashtext('supervision.self-check'))`;

/** What surfaces show, in pages by record; `after` is the last id of the page before. */
export const shownRecords = (
  item: string,
  after: { on: string; id: string } | undefined,
  most: number,
): Sql => sql`
  select record_id as "recordId", version, item, unit_code as unit, accepted_on as "acceptedOn", decided_on as "decidedOn",
    in_effect as "inEffect", valid_until as "validUntil", misconduct_class as "misconductClass",
    conduct_ended_on as "conductEndedOn", own_months as "ownMonths", fields
  from supervision.shown_record
  where item = ${item} and (${after?.on ?? null}::date is null
    or (decided_on, record_id) > (${after?.on ?? null}::date, ${after?.id ?? null}::bigint))
  order by decided_on, record_id limit ${most}`;

/** Every item that something is shown of, also one that the catalogue does not know. */
export const shownItems = (): Sql => sql`select item from published.record_total order by item`;

export const releases = (after: string, most: number): Sql => sql`
  select access_id as "accessId", kind, purpose, case_no as "caseNo", unit_code as unit, duty,
    (accessed_at at time zone 'Asia/Shanghai')::date as on, coalesce(shown, '[]'::jsonb) as shown
  from supervision.release where access_id > ${after}::bigint order by access_id limit ${most}`;

/** Every purpose that is or was in force, as it is loaded. */
export const purposes = (): Sql => sql`select definition from published.purpose`;

/** A finding to be kept. */
export interface NewFinding {
  readonly findingId: string;
  readonly kind: string;
  readonly reference: string;
  readonly unit: string;
  readonly item: string | null;
  readonly facts: Readonly<Record<string, string>>;
  readonly dueOn: string;
  readonly dueFixed: boolean;
}

/** What is found again keeps its first day and its due day. */
export const keepFindings = (
  findings: readonly NewFinding[],
  round: { readonly roundId: string; readonly at: Date; readonly on: string },
): Sql => sql`
  insert into supervision.finding (finding_id, kind, reference, unit_code, item, facts, found_at, found_on, due_on, due_fixed, seen_in)
  select f."findingId", f.kind, f.reference, f.unit, f.item, f.facts, ${round.at}, ${round.on}, f."dueOn", f."dueFixed", ${round.roundId}
  from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) as f("findingId" bigint, kind text, reference text, unit text,
    item text, facts jsonb, "dueOn" date, "dueFixed" boolean)
  on conflict (kind, reference) where closed_at is null do update set seen_in = excluded.seen_in
  returning (xmax = 0) as opened`;

/** What this round did not find is mended; it took the working days from the first day on, as far as the calendar goes. */
export const closeUnseen = (roundId: string, at: Date, on: string): Sql => sql`
  update supervision.finding f set closed_at = ${at}, days_taken = (
    select t.ordinal - b.ordinal from published.working_day b, published.working_day t
    where b.day = f.found_on and t.day = ${on}::date)
  where f.closed_at is null and f.seen_in <> ${roundId} returning f.finding_id`;

export const countOpen = (): Sql =>
  sql`select count(*)::integer as open from supervision.finding where closed_at is null`;

export const insertRound = (round: {
  readonly roundId: string;
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly records: number;
  readonly releases: number;
  readonly opened: number;
  readonly closed: number;
  readonly stillOpen: number;
}): Sql => sql`
  insert into supervision.check_round (round_id, began_at, ended_at, records, releases, opened, closed, still_open)
  values (${round.roundId}, ${round.beganAt}, ${round.endedAt}, ${round.records}, ${round.releases}, ${round.opened},
    ${round.closed}, ${round.stillOpen})`;

/** Findings of a unit, or of all, newest first. */
export const findingsOf = (
  unit: string | undefined,
  page: { readonly open: boolean; readonly before: string | undefined; readonly limit: number },
): Sql => sql`
  select finding_id as "findingId", kind, unit_code as unit, item, reference, facts, found_on as "foundOn", due_on as "dueOn",
    due_fixed as "dueFixed", closed_at as "closedAt", days_taken as "daysTaken",
    coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'by', s.done_by, 'at', s.done_at, 'assignedTo', s.assigned_to::text,
        'submissionId', s.submission_id::text, 'note', s.note) order by s.step_no)
      from supervision.finding_step s where s.finding_id = f.finding_id), '[]'::jsonb) as steps
  from supervision.finding f
  where (${unit ?? null}::text is null or unit_code = ${unit ?? null}) and (not ${page.open} or closed_at is null)
    and (${page.before ?? null}::bigint is null or finding_id < ${page.before ?? null}::bigint)
  order by finding_id desc limit ${page.limit}`;

/** What the public is told: counts. */
export const publicCounts = (): Sql => sql`
  select unit_code as unit, name_zh as zh, name_en as en, kind, open, overdue, mended,
    days_taken as "daysTaken" from published.self_check
  order by unit_code, kind`;

export const latestRound = (): Sql => sql`
  select ended_at as "endedAt", records, releases, still_open as "stillOpen" from published.self_check_round`;
