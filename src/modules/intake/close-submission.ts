/** Closes a settled submission: writes the findings file, then destroys the upload and its key, unless a setting keeps it some days. */
import type { Platform } from '../../platform/index.ts';
import { getItemOfEdition } from '../catalogue/index.ts';
import { checkContextFor } from './check-context.ts';
import { openCheckedRows } from './checked-rows.ts';
import type { SettlementFinding } from './judged-rows.ts';
import { judgedRows } from './judged-rows.ts';
import {
  keepFindingsFile,
  markClosed,
  type SubmissionRow,
  settlementFindings,
  submissionById,
} from './queries/submissions.ts';
import { writeFindings } from './reading/write-findings.ts';
import { redact } from './redact.ts';
import { reached } from './steps.ts';

/**
 * Done once a submission is settled or refused, and again if cut off: a findings file half written by an earlier
 * attempt belongs to nobody and is swept. It is in the books before the upload goes, so that a run after a crash
 * in between does not look for what is destroyed.
 */
export async function closeSubmission(
  platform: Platform,
  submissionId: string,
  checkedFindings: number,
): Promise<void> {
  const submission = await platform.db.app.one<SubmissionRow>(submissionById(submissionId));
  if (submission.state === 'received' || submission.file_id === null || submission.closed_at !== null) return;
  const { refusal } = submission;
  const wanted =
    (refusal === null || refusal.rule === 'file.has-errors') &&
    (checkedFindings > 0 || (await platform.db.app.query(settlementFindings(submissionId, 0, 1))).length > 0);
  if (wanted && submission.findings_file_id === null) {
    const file = await writeFindingsFile(platform, submission, checkedFindings);
    const kept = await platform.db.app.maybe(keepFindingsFile(submissionId, file));
    // Another run of this job was faster.
    if (!kept) await platform.files.destroy(file.id);
  }
  reached('findings-file-written', submissionId);
  const isFileKept = platform.config.uploadDays > 0;
  if (!isFileKept) await platform.files.destroy(submission.file_id);
  reached('source-destroyed', submissionId);
  await platform.db.app.query(markClosed(submissionId, platform.clock.now(), isFileKept));
  reached('closed', submissionId);
}

async function writeFindingsFile(
  platform: Platform,
  submission: SubmissionRow,
  checkedFindings: number,
): Promise<{ id: string; type: 'csv' | 'xlsx' }> {
  const item = await getItemOfEdition(platform.db.app, submission.item, submission.edition_id);
  const context = await checkContextFor(platform, submission.unit_code, item);
  const file = {
    id: submission.file_id as string,
    name: submission.file_name,
    type: submission.content_type,
  };
  const rows = await openCheckedRows(platform, file, item, context);
  try {
    const format = rows.encoding === 'xlsx' ? 'xlsx' : 'csv';
    const content = writeFindings({
      format,
      language: submission.language,
      header: rows.header.map(redact),
      rows: judgedRows(item, rows, {
        language: submission.language,
        refused: submission.refusal !== null,
        settled: settledFindings(platform, submission.submission_id, checkedFindings),
      }),
    });
    const { id } = await platform.files.put(content);
    return { id, type: format };
  } finally {
    await rows.close();
  }
}

const SETTLED_BATCH = 5_000;

/** What the settlement found, in the order of the rows, a batch in memory at a time. */
async function* settledFindings(
  platform: Platform,
  submissionId: string,
  checkedFindings: number,
): AsyncGenerator<SettlementFinding> {
  for (let after = checkedFindings; ; ) {
    const batch = await platform.db.app.query<SettlementFinding & { finding_no: number }>(
      settlementFindings(submissionId, after, SETTLED_BATCH),
    );
    yield* batch;
    if (batch.length < SETTLED_BATCH) return;
    after = batch.at(-1)?.finding_no ?? after;
  }
}
