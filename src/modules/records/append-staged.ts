/** Appends a settlement's rows as record versions, in the transaction of the settlement. */
import type { Tx } from '../../platform/db/index.ts';
import {
  endVersionsOfSubmission,
  insertIdentities,
  insertRecords,
  judge,
  type SettlementFacts,
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
 * @returns how many versions ended
 */
export async function endSubmissionVersions(
  tx: Tx,
  submissionId: string,
  end: { reason: string; endedBy: string; endedAt: Date },
): Promise<number> {
  return (await tx.query(endVersionsOfSubmission(submissionId, end))).length;
}
