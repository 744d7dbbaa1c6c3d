/** Statements of the settlement: who is matched, what is held and why, and what the submitter is told. */
import { empty, raw, type Sql, sql } from '../../../platform/db/index.ts';
import type { CellCounts } from '../checking/row-sink.ts';
import type { Relations } from './staging.ts';

/** Settlements of one item follow each other, so that two files with the same decisions can't both be first. */
export const lockItem = (item: string): Sql =>
  sql`select pg_advisory_xact_lock(hashtext('intake.settle'), hashtext(${item}))`;

/** For this transaction alone: more memory for the joins and sorts of one settlement, and statistics from fewer rows. */
export const settlementSettings = (): Sql[] => [sql`set local work_mem = '192MB'`, smallSample()];

/** Statistics from 6,000 rows and not 30,000, in 0.06 s and not 0.29: joins of whole files need no finer ones. */
export const smallSample = (): Sql => sql`set local default_statistics_target = 20`;

/** The submission, locked until the settlement ends. */
export const lockSubmission = (submissionId: string): Sql => sql`
  select submission_id, unit_code, item, edition_id, state, received_at from intake.submission
  where submission_id = ${submissionId} for update`;

/** Rows whose code and name agree may become records. */
export const matchRows = ({ resolved, matched }: Relations): Sql => sql`
  create unlogged table ${raw(matched)} as
  select row_no, subject_id from ${raw(resolved)} where verdict in ('agrees', 'former-name', 'renamed')`;

/** A named officer decided that the code's owner is meant, whatever the name says. */
export const matchAsDecided = ({ resolved, matched }: Relations): Sql => sql`
  create unlogged table ${raw(matched)} as
  select row_no, subject_id from ${raw(resolved)} where subject_id is not null`;

/**
 * Holds the rows of which a person must say whose they are. The rule is the verdict; the holder's name is told for a
 * mismatch, since it is what the officer needs first; a C13 subject's is not.
 */
export const holdRows = (
  { staged, resolved }: Relations,
  held: { submissionId: string; unitCode: string; at: Date },
): Sql => sql`
  insert into intake.held_row (held_row_id, submission_id, row_no, unit_code, assigned_to, rule, params, staged, held_at)
  select s.record_id, ${held.submissionId}, s.row_no, ${held.unitCode}, 'centre',
    case
      when r.verdict = 'name-mismatch' and r.holder_name is null then 'subject.name-mismatch-unnamed'
      when r.verdict = 'name-mismatch' then 'subject.name-mismatch'
      when r.verdict = 'unknown' then 'subject.unregistered'
      else 'subject.name-only'
    end,
    jsonb_strip_nulls(jsonb_build_object('holder', r.holder_name)), to_jsonb(s), ${held.at}
  from ${raw(resolved)} r join ${raw(staged)} s on s.row_no = r.row_no
  where r.verdict in ('name-mismatch', 'name-only') or (r.verdict = 'unknown' and s.key_kind = 'uscc')`;

/** Findings that only the whole shows, numbered after those of the row checks. */
export const addSettlementFindings = (
  { staged, resolved, judged, persons }: Relations,
  submissionId: string,
  after: number,
  nameColumn: string,
  hasPersons: boolean,
): Sql => sql`
  insert into intake.finding (submission_id, finding_no, row_no, column_name, field, rule, severity, params)
  select ${submissionId}, ${after}::integer + row_number() over (order by f.row_no), f.row_no, null, f.field, f.rule, f.severity, f.params
  from (
    select h.row_no, ${nameColumn}::text as field, h.rule, 'held' as severity, h.params
    from intake.held_row h where h.submission_id = ${submissionId}
    union all
    select r.row_no, ${nameColumn}::text,
      case r.verdict when 'unknown' then 'subject.legacy-no-evidence' when 'c13' then 'party.not-graded'
        else 'subject.no-code' end, 'error', null
    from ${raw(resolved)} r join ${raw(staged)} s on s.row_no = r.row_no
    where (r.verdict = 'unknown' and s.key_kind <> 'uscc') or r.verdict in ('no-code', 'c13')
    union all
    select j.row_no, null,
      case j.outcome when 'duplicate' then 'row.duplicate' when 'repeated' then 'row.repeated' else 'row.contradicts' end,
      case j.outcome when 'contradicts' then 'error' else 'info' end, null
    from ${raw(judged)} j where j.outcome in ('duplicate', 'repeated', 'contradicts')
    ${hasPersons ? personFindings(persons, nameColumn) : empty}
  ) f`;

const personFindings = (persons: string, nameColumn: string): Sql => sql`
    union all
    select p.row_no, case when p.outcome = 'name-differs' then ${nameColumn}::text end,
      case p.outcome when 'duplicate' then 'row.duplicate' when 'repeated' then 'row.repeated'
        when 'contradicts' then 'row.contradicts' else 'person.name-differs' end,
      case when p.outcome in ('contradicts', 'name-differs') then 'error' else 'info' end, null
    from ${raw(persons)} p where p.outcome in ('duplicate', 'repeated', 'contradicts', 'name-differs')`;

/** How the staged rows came out. */
export const countOutcomes = ({ resolved, judged }: Relations, submissionId: string): Sql => sql`
  select
    (select count(*)::integer from ${raw(judged)} where outcome in ('first', 'version')) as accepted,
    (select count(*)::integer from ${raw(judged)} where outcome in ('duplicate', 'repeated')) as duplicate,
    (select count(*)::integer from intake.held_row where submission_id = ${submissionId}) as held,
    (select count(*)::integer from ${raw(resolved)}) as staged`;

/** What the submitter is told, from now on for good. */
export interface SubmissionCounts {
  rows: number;
  accepted: number;
  rejected: number;
  duplicate: number;
  held: number;
  refused: number;
}

/** Closes the books of a submission. */
export const markSettled = (
  submissionId: string,
  at: Date,
  counts: SubmissionCounts,
  cells: Readonly<CellCounts>,
): Sql => sql`
  update intake.submission set state = 'settled', settled_at = ${at}, row_count = ${counts.rows},
    accepted_count = ${counts.accepted}, rejected_count = ${counts.rejected}, duplicate_count = ${counts.duplicate},
    held_count = ${counts.held}, refused_count = ${counts.refused}, cells_due = ${cells.due},
    cells_missing = ${cells.missing}, cells_read = ${cells.read}, cells_blank = ${cells.blank}
  where submission_id = ${submissionId}`;

/** A file that can't be taken at all: nothing of it is stored but the reason. */
export const markRefused = (
  submissionId: string,
  at: Date,
  refusal: unknown,
  rows: number,
  cells?: Readonly<CellCounts>,
): Sql => sql`
  update intake.submission set state = 'refused', settled_at = ${at}, refusal = ${JSON.stringify(refusal)}::jsonb,
    row_count = ${rows}, accepted_count = 0, rejected_count = ${rows}, duplicate_count = 0, held_count = 0, refused_count = 0,
    cells_due = ${cells?.due ?? null}, cells_missing = ${cells?.missing ?? null}, cells_read = ${cells?.read ?? null},
    cells_blank = ${cells?.blank ?? null}
  where submission_id = ${submissionId} and state = 'received'
  returning submission_id`;
