/** Statements about submissions, their progress and findings, each within the unit that asks. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** One submission as its unit sees it. */
export interface SubmissionRow {
  submission_id: string;
  unit_code: string;
  item: string;
  edition_id: string;
  channel: string;
  handed_in_by: string;
  file_id: string | null;
  file_name: string;
  content_type: string | null;
  language: 'zh' | 'en';
  size_bytes: string;
  state: 'received' | 'settled' | 'refused' | 'withdrawn';
  refusal: { rule: string; params?: Record<string, string | number> } | null;
  received_at: Date;
  settled_at: Date | null;
  row_count: number | null;
  accepted_count: number | null;
  rejected_count: number | null;
  duplicate_count: number | null;
  held_count: number | null;
  refused_count: number | null;
  findings_file_id: string | null;
  findings_file_type: string | null;
  closed_at: Date | null;
  withdrawn_at: Date | null;
  withdrawal_reason: string | null;
  step: string | null;
  rows_done: number | null;
}

const columns = sql`s.submission_id, s.unit_code, s.item, s.edition_id, s.channel, s.handed_in_by, s.file_id, s.file_name,
  s.content_type, s.language, s.size_bytes, s.state, s.refusal, s.received_at, s.settled_at, s.row_count, s.accepted_count,
  s.rejected_count, s.duplicate_count, s.held_count, s.refused_count, s.findings_file_id, s.findings_file_type, s.closed_at,
  s.withdrawn_at, s.withdrawal_reason, p.step, p.rows_done`;

/** Acknowledges a file; gives nothing when the unit already handed in the very same file for the item. */
export const insertSubmission = (s: {
  submissionId: string;
  unitCode: string;
  item: string;
  editionId: string;
  channel: string;
  handedInBy: string;
  fileId: string;
  fileName: string;
  contentType: string | undefined;
  language: 'zh' | 'en';
  size: number;
  sha256: string;
  receivedAt: Date;
}): Sql => sql`
  insert into intake.submission (submission_id, unit_code, item, edition_id, channel, handed_in_by, file_id, file_name,
    content_type, language, size_bytes, sha256, state, received_at)
  values (${s.submissionId}, ${s.unitCode}, ${s.item}, ${s.editionId}, ${s.channel}, ${s.handedInBy}, ${s.fileId},
    ${s.fileName}, ${s.contentType ?? null}, ${s.language}, ${s.size}, decode(${s.sha256}, 'hex'), 'received', ${s.receivedAt})
  on conflict (unit_code, item, sha256) where state in ('received', 'settled') do nothing
  returning submission_id`;

/** The earlier submission of the same file. */
export const findSameFile = (unitCode: string, item: string, sha256: string): Sql => sql`
  select submission_id, received_at from intake.submission
  where unit_code = ${unitCode} and item = ${item} and sha256 = decode(${sha256}, 'hex') and state in ('received', 'settled')`;

/** A submission for the worker, whatever its unit. */
export const submissionById = (submissionId: string): Sql => sql`
  select ${columns} from intake.submission s left join intake.progress p on p.submission_id = s.submission_id
  where s.submission_id = ${submissionId}`;

/** A submission for an officer of its unit; of another unit's there is no trace. */
export const submissionOfUnit = (submissionId: string, unitCode: string): Sql => sql`
  select ${columns} from intake.submission s left join intake.progress p on p.submission_id = s.submission_id
  where s.submission_id = ${submissionId} and s.unit_code = ${unitCode}`;

/** The last submission of each item by each way in. */
export const lastByChannel = (unitCode: string): Sql => sql`
  select distinct on (s.item, s.channel) ${columns}
  from intake.submission s left join intake.progress p on p.submission_id = s.submission_id
  where s.unit_code = ${unitCode} order by s.item, s.channel, s.submission_id desc`;

/** A unit's submissions, newest first, from before `before`. */
export const submissionsOfUnit = (
  unitCode: string,
  page: {
    item?: string | undefined;
    status?: string | undefined;
    before?: string | undefined;
    limit: number;
  },
): Sql => sql`
  select ${columns} from intake.submission s left join intake.progress p on p.submission_id = s.submission_id
  where s.unit_code = ${unitCode}
    and (${page.item ?? null}::text is null or s.item = ${page.item ?? null})
    and (${page.status ?? null}::text is null
      or case when s.state <> 'received' or p.step is null then s.state when p.step = 'waiting' then 'waiting' else 'reading' end = ${page.status ?? null})
    and (${page.before ?? null}::bigint is null or s.submission_id < ${page.before ?? null}::bigint)
  order by s.submission_id desc limit ${page.limit}`;

/** Where the work stands; a row of its own, committed as it goes. */
export const saveProgress = (
  submissionId: string,
  attempt: number,
  step: string,
  rowsDone: number,
  at: Date,
): Sql => sql`
  insert into intake.progress (submission_id, attempt, step, rows_done, updated_at)
  values (${submissionId}, ${attempt}, ${step}, ${rowsDone}, ${at})
  on conflict (submission_id) do update set attempt = excluded.attempt, step = excluded.step,
    rows_done = excluded.rows_done, updated_at = excluded.updated_at`;

export const clearFindings = (submissionId: string): Sql =>
  sql`delete from intake.finding where submission_id = ${submissionId}`;

/** Findings in the order of the file. */
export const findingsOf = (submissionId: string, after: number, limit: number): Sql => sql`
  select finding_no, row_no as row, column_name as "column", field, rule, severity, params from intake.finding
  where submission_id = ${submissionId} and finding_no > ${after} order by finding_no limit ${limit}`;

/** How often each rule spoke, so that a long list can be read from its causes. */
export const findingCounts = (submissionId: string): Sql => sql`
  select rule, severity, count(*)::integer as count from intake.finding where submission_id = ${submissionId}
  group by rule, severity order by count(*) desc, rule`;

/** Findings of the settlement, which are numbered after those of the row checks and by row; from after `after`. */
export const settlementFindings = (submissionId: string, after: number, limit: number): Sql => sql`
  select finding_no, row_no as row, rule, severity, params from intake.finding
  where submission_id = ${submissionId} and finding_no > ${after} order by finding_no limit ${limit}`;

/** The findings file is written; the upload is not needed for it any more. */
export const keepFindingsFile = (submissionId: string, file: { id: string; type: string }): Sql => sql`
  update intake.submission set findings_file_id = ${file.id}, findings_file_type = ${file.type}
  where submission_id = ${submissionId} and findings_file_id is null and closed_at is null
  returning submission_id`;

/** The uploaded file and its key are destroyed, or kept for their days. */
export const markClosed = (submissionId: string, at: Date, isFileKept: boolean): Sql => sql`
  update intake.submission set closed_at = ${at}, file_id = case when ${isFileKept} then file_id end
  where submission_id = ${submissionId} and closed_at is null`;

/** Ends a settled submission; rows that still waited are returned with it. */
export const markWithdrawn = (
  submissionId: string,
  end: { by: string; at: Date; reason: string },
): Sql => sql`
  update intake.submission set state = 'withdrawn', withdrawn_at = ${end.at}, withdrawn_by = ${end.by},
    withdrawal_reason = ${end.reason}, rejected_count = rejected_count + held_count, held_count = 0
  where submission_id = ${submissionId} and state = 'settled'
  returning submission_id`;

/** What a second pair of eyes needs to know of a submission, of whatever unit. */
export const submissionForReview = (submissionId: string): Sql => sql`
  select item, edition_id, coalesce(accepted_count, 0) as accepted from intake.submission
  where submission_id = ${submissionId}`;
