/** Withdraws a submission under four eyes: what it created ends at once on every surface, what it had replaced stands again. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { getItemOfEdition } from '../catalogue/index.ts';
import {
  checkScope,
  defineAct,
  findOpenRequest,
  type Hands,
  type OpenRequest,
  requestApproval,
  submitScope,
} from '../identity/index.ts';
import { endPersonVersions } from '../persons/index.ts';
import { endSubmissionVersions } from '../records/index.ts';
import { withdrawRegistrations } from '../subjects/index.ts';
import { submitPermission } from './permissions.ts';
import { notWithdrawable, submissionNotFound } from './problems.ts';
import { returnHeldRows } from './queries/held-rows.ts';
import { lockItem, lockSubmission } from './queries/settle.ts';
import { markWithdrawn, submissionForReview } from './queries/submissions.ts';
import { getSubmissionRow } from './submission-view.ts';

type Withdrawal = { readonly submissionId: string };

/** What a reviewer should know before saying yes; names of files stay with the unit that chose them. */
async function describeWithdrawal(platform: Platform, { submissionId }: Withdrawal) {
  const row = await platform.db.app.maybe<{ item: string; edition_id: string; accepted: number }>(
    submissionForReview(submissionId),
  );
  if (!row) throw new Problem(submissionNotFound);
  const { name } = await getItemOfEdition(platform.db.app, row.item, row.edition_id);
  return {
    zh: `${name.zh}，批次 ${submissionId}，已入库 ${row.accepted} 条。批准后这些信息立即停止公示，被替换的旧版本恢复。`,
    en: `${name.en}, submission ${submissionId}, ${row.accepted} records. Once approved they stop being public at once, and versions they had replaced stand again.`,
  };
}

/** Ends every version that the submission created, and its rows still held; history keeps them with the reason. */
async function withdraw(platform: Platform, tx: Tx, submissionId: string, { approvedBy, reason }: Hands) {
  const submission = await tx.maybe<{ unit_code: string; item: string; edition_id: string; state: string }>(
    lockSubmission(submissionId),
  );
  if (!submission) throw new Problem(submissionNotFound);
  // A settlement at work must not count as standing what ends here.
  await tx.query(lockItem(submission.item));
  const at = platform.clock.now();
  const marked = await tx.maybe(markWithdrawn(submissionId, { by: approvedBy, at, reason }));
  if (!marked) throw new Problem(notWithdrawable);
  const { ended, left } = await endSubmissionVersions(tx, submissionId, {
    reason,
    endedBy: approvedBy,
    endedAt: at,
  });
  const persons = await endPersonVersions(tx, submissionId, at);
  const item = await getItemOfEdition(tx, submission.item, submission.edition_id);
  if (item.unknownSubject === 'register') await withdrawRegistrations(tx, left);
  await tx.query(returnHeldRows(submissionId, { by: approvedBy, at, reason }));
  const { unit_code: unit } = submission;
  await platform.jobs.enqueue(tx, 'submission-settled', { submissionId, unit, item: submission.item });
  return ended + persons;
}

/** The act; its outcome says how many record versions ended. */
const withdrawal = defineAct<Withdrawal>({
  kind: 'intake.withdraw-submission',
  name: { zh: '撤回报送批次', en: 'Withdraw a submission' },
  requester: submitPermission,
  deciders: ['reviewer'],
  target: ({ submissionId }) => submissionId,
  describe: describeWithdrawal,
  scope: { duty: 'intake' },
  run: async (platform, tx, { submissionId }, hands) => ({
    outcome: { ended: await withdraw(platform, tx, submissionId, hands) },
  }),
});

/**
 * Asks for the withdrawal of one's own unit's submission; a reviewer decides.
 * @throws Problem submission-not-found (also for another unit's), submission-not-withdrawable, already-requested
 */
export async function requestWithdrawal(
  platform: Platform,
  actor: SignedInActor,
  submissionId: string,
  reason: string,
): Promise<{ readonly approvalId: string }> {
  const { state, item } = await getSubmissionRow(platform, actor, submissionId);
  checkScope(actor, submitScope(item));
  if (state !== 'settled') throw new Problem(notWithdrawable);
  return requestApproval(platform, actor, withdrawal, {
    payload: { submissionId },
    unit: actor.unit,
    reason,
  });
}

/** The request that waits for its decision, if there is one. */
export function findWithdrawalRequest(
  platform: Platform,
  submissionId: string,
): Promise<OpenRequest | undefined> {
  return findOpenRequest(platform, withdrawal, submissionId);
}
