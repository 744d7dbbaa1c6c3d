/** Appends a settlement's rows as record versions, in the transaction of the settlement. */
import { civilDateAt } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { logRemoval, logRows } from '../transparency/index.ts';
import {
  endVersionsOfSubmission,
  insertIdentities,
  insertRecords,
  judge,
  type SettlementFacts,
  subjectsLeftWithout,
} from './queries/append.ts';
import type { StagedRelations } from './staged.ts';

/**
 * Judges the matched rows and appends those that are new. Everything or nothing: the caller's transaction decides.
 * Leaves `relations.judged` for the caller to report from (`row_no, outcome`).
 */
export async function appendStaged(
  tx: Tx,
  relations: StagedRelations,
  facts: SettlementFacts,
): Promise<void> {
  await tx.query(judge(relations));
  await tx.query(insertIdentities(relations));
  await tx.query(insertRecords(relations, facts));
}

/**
 * Ends at once, on every surface, the versions that a withdrawn submission created; versions they had replaced stand again.
 * @returns how many versions ended, and the subjects of which no record of the item stands any more
 */
export async function endSubmissionVersions(
  tx: Tx,
  submissionId: string,
  end: { reason: string; endedBy: string; endedAt: Date },
): Promise<{ ended: number; left: string[] }> {
  const entryId = newId();
  const ended = await tx.query(endVersionsOfSubmission(submissionId, { ...end, entryId }));
  await logRows(tx, {
    source: 'records.version_end',
    entryId,
    rows: ended.length,
    reference: submissionId,
  });
  await logRemoval(tx, {
    ground: 'submission-withdrawn',
    on: civilDateAt(end.endedAt),
    records: ended.length,
  });
  const left = await tx.query<{ subject_id: string }>(subjectsLeftWithout(submissionId));
  return { ended: ended.length, left: left.map((row) => row.subject_id) };
}
