/** The worker's way with a submission: read, check, stage, settle; cut off anywhere, it begins again and loses nothing. */
import type { Platform } from '../../platform/index.ts';
import { findActiveItem, getItemOfEdition, type ItemDefinition } from '../catalogue/index.ts';
import { checkContextFor } from './check-context.ts';
import { openCheckedRows } from './checked-rows.ts';
import { type AnyFinding, FindingWriter } from './finding-writer.ts';
import { HeaderRefused } from './header-refused.ts';
import { holdUnusualFile } from './hold-file.ts';
import { markRefused } from './queries/settle.ts';
import { dropRelations, relationsFor } from './queries/staging.ts';
import { type SubmissionRow, saveProgress, submissionById } from './queries/submissions.ts';
import { FileRefused } from './reading/file-refused.ts';
import { withoutNumbers } from './redact.ts';
import { requireScanned } from './require-scanned.ts';
import { type StagedTotals, settleSubmission } from './settle.ts';
import { stageRows } from './stage-rows.ts';
import { reached } from './steps.ts';

/** Processes one acknowledged submission. Doing it again after it is settled does nothing. */
export async function processSubmission(
  platform: Platform,
  submissionId: string,
  attempt: number,
): Promise<void> {
  const submission = await platform.db.app.one<SubmissionRow>(submissionById(submissionId));
  const fileId = submission.file_id;
  if (submission.state !== 'received' || fileId === null) return;
  await platform.db.app.query(saveProgress(submissionId, attempt, 'reading', 0, platform.clock.now()));
  const item = await itemToday(platform, submission);
  if (!item) return refuse(platform, submissionId, [{ rule: 'file.item-ended', severity: 'error' }]);
  const context = await checkContextFor(platform, submission.unit_code, item);
  const relations = relationsFor(submissionId);
  try {
    await requireScanned(platform, fileId);
    const file = { id: fileId, name: submission.file_name, type: submission.content_type };
    const rows = await openCheckedRows(platform, file, item, context);
    reached('opened', submissionId);
    try {
      const totals = await stageRows(platform, { submissionId, attempt, relations }, rows);
      if (!item.partialAcceptance && totals.rejected > 0) await refuseWhole(platform, submissionId, totals);
      else if (!(await holdUnusualFile(platform, { submissionId, attempt, relations }, totals)))
        await settleSubmission(platform, item, { submissionId, relations }, totals);
    } finally {
      await rows.close();
    }
  } catch (error) {
    const reasons = reasonsOf(error);
    if (reasons === undefined) throw error;
    await refuse(platform, submissionId, reasons);
  }
  reached('settled', submissionId);
}

/**
 * The item in the edition that the file was handed in for, as far as its bases hold today (charter C1): nothing when the
 * item's own basis ended meanwhile, and without natural persons when theirs did.
 */
async function itemToday(
  platform: Platform,
  { item, edition_id }: SubmissionRow,
): Promise<ItemDefinition | undefined> {
  const active = await findActiveItem(platform.db.app, item);
  if (!active) return undefined;
  const { persons, ...rest } = await getItemOfEdition(platform.db.app, item, edition_id);
  if (!persons || active.persons) return persons ? { ...rest, persons } : rest;
  return { ...rest, naturalPerson: false };
}

/** Why the file as a whole can't be taken; undefined for a fault of ours. */
function reasonsOf(error: unknown): readonly AnyFinding[] | undefined {
  if (error instanceof HeaderRefused) return error.findings;
  if (error instanceof FileRefused)
    return [{ rule: error.rule, severity: 'error', ...(error.params ? { params: error.params } : {}) }];
  return undefined;
}

/** Refuses the whole file: its reasons are all that is stored of it. */
async function refuse(
  platform: Platform,
  submissionId: string,
  reasons: readonly AnyFinding[],
): Promise<void> {
  const findings = new FindingWriter(platform, submissionId);
  await findings.begin();
  for (const reason of reasons) findings.add(reason);
  await findings.end();
  await platform.db.app.transaction(async (tx) => {
    for (const drop of dropRelations(relationsFor(submissionId))) await tx.query(drop);
    await tx.query(markRefused(submissionId, platform.clock.now(), refusalOf(reasons), 0));
    await platform.jobs.enqueue(tx, 'intake.close', { submissionId, checkedFindings: findings.kept });
  });
}

/** Refuses a file of an item that is taken only as a whole; its findings stay, so that the unit can mend it. */
async function refuseWhole(platform: Platform, submissionId: string, totals: StagedTotals): Promise<void> {
  await platform.db.app.transaction(async (tx) => {
    for (const drop of dropRelations(relationsFor(submissionId))) await tx.query(drop);
    await tx.query(
      markRefused(submissionId, platform.clock.now(), { rule: 'file.has-errors' }, totals.rows, totals.cells),
    );
    await platform.jobs.enqueue(tx, 'intake.close', { submissionId, checkedFindings: totals.findings });
  });
}

function refusalOf([first]: readonly AnyFinding[]) {
  return { rule: first?.rule, params: first && withoutNumbers(first).params };
}
