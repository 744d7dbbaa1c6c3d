/** Submissions and their findings as the unit that handed them in sees them. */
import type { SignedInActor } from '../../platform/actor.ts';
import { isId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { submissionNotFound } from './problems.ts';
import type { SubmissionCounts } from './queries/settle.ts';
import {
  findingCounts,
  findingsOf,
  lastByChannel,
  type SubmissionRow,
  submissionOfUnit,
  submissionsOfUnit,
} from './queries/submissions.ts';

/** A finding as it is stored: where, which rule, how grave; its words come from the rule. */
export interface StoredFinding {
  finding_no: number;
  row: number | null;
  column: string | null;
  field: string | null;
  rule: string;
  severity: 'error' | 'warning' | 'held' | 'info';
  params: Record<string, string | number> | null;
}

/** One submission. `counts` are there once it is settled, and always add up to `rows`. */
export interface Submission {
  submissionId: string;
  item: string;
  edition: string;
  channel: string;
  fileName: string;
  sizeBytes: number;
  status: 'received' | 'reading' | 'waiting' | 'settled' | 'refused' | 'withdrawn';
  /** While it is read: rows read so far. */
  rowsRead: number | null;
  counts: SubmissionCounts | null;
  /** Why the file as a whole was refused. */
  refusal: SubmissionRow['refusal'];
  receivedAt: string;
  settledAt: string | null;
  /** Whether the file with two columns added is ready for download. */
  findingsFile: boolean;
  /** The uploaded file and its key are destroyed. */
  closedAt: string | null;
  withdrawnAt: string | null;
  withdrawalReason: string | null;
}

/** The view of one stored row. */
export function toSubmission(row: SubmissionRow): Submission {
  return {
    submissionId: row.submission_id,
    item: row.item,
    edition: row.edition_id,
    channel: row.channel,
    fileName: row.file_name,
    sizeBytes: Number(row.size_bytes),
    status: statusOf(row),
    rowsRead: row.state === 'received' ? row.rows_done : null,
    counts: row.settled_at === null ? null : countsOf(row),
    refusal: row.refusal,
    receivedAt: row.received_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
    findingsFile: row.findings_file_id !== null,
    closedAt: row.closed_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawalReason: row.withdrawal_reason,
  };
}

/** `waiting`: read, and a second person looks before anything of it is published. */
function statusOf({ state, step }: SubmissionRow): Submission['status'] {
  if (state !== 'received' || step === null) return state;
  return step === 'waiting' ? 'waiting' : 'reading';
}

function countsOf(row: SubmissionRow): SubmissionCounts {
  return {
    rows: row.row_count ?? 0,
    accepted: row.accepted_count ?? 0,
    rejected: row.rejected_count ?? 0,
    duplicate: row.duplicate_count ?? 0,
    held: row.held_count ?? 0,
    refused: row.refused_count ?? 0,
  };
}

/** One submission of the actor's unit. @throws Problem submission-not-found, also for another unit's */
export async function getSubmission(
  platform: Platform,
  actor: SignedInActor,
  submissionId: string,
): Promise<Submission> {
  return toSubmission(await getSubmissionRow(platform, actor, submissionId));
}

/** The stored row of a submission of the actor's unit. @throws Problem submission-not-found */
export async function getSubmissionRow(
  platform: Platform,
  actor: SignedInActor,
  submissionId: string,
): Promise<SubmissionRow> {
  const row = isId(submissionId)
    ? await platform.db.app.maybe<SubmissionRow>(submissionOfUnit(submissionId, actor.unit))
    : undefined;
  if (!row) throw new Problem(submissionNotFound);
  return row;
}

/** The unit's submissions, newest first. */
export async function listSubmissions(
  platform: Platform,
  actor: SignedInActor,
  page: {
    item?: string | undefined;
    status?: string | undefined;
    before?: string | undefined;
    limit: number;
  },
): Promise<Submission[]> {
  return (await platform.db.app.query<SubmissionRow>(submissionsOfUnit(actor.unit, page))).map(toSubmission);
}

/** What came last of each item by each way in; whose it may be shown to is the caller's question. */
export async function listLastByChannel(platform: Platform, unit: string): Promise<Submission[]> {
  return (await platform.db.app.query<SubmissionRow>(lastByChannel(unit))).map(toSubmission);
}

/** Findings of a submission in the order of the file, from after `after`. @throws Problem submission-not-found */
export async function listFindings(
  platform: Platform,
  actor: SignedInActor,
  submissionId: string,
  page: { after: number; limit: number },
): Promise<StoredFinding[]> {
  await getSubmissionRow(platform, actor, submissionId);
  return platform.db.app.query<StoredFinding>(findingsOf(submissionId, page.after, page.limit));
}

/** How often each rule spoke, most frequent first. @throws Problem submission-not-found */
export async function countFindings(
  platform: Platform,
  actor: SignedInActor,
  submissionId: string,
): Promise<{ rule: string; severity: string; count: number }[]> {
  await getSubmissionRow(platform, actor, submissionId);
  return platform.db.app.query(findingCounts(submissionId));
}
