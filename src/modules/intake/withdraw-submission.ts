/** Withdraws a submission: what it created ends at once on every surface, what it had replaced stands again. */
import { actorName, type SignedInActor } from '../../platform/actor.ts';
import { isId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { getItemOfEdition } from '../catalogue/index.ts';
import { endSubmissionVersions } from '../records/index.ts';
import { withdrawRegistrations } from '../subjects/index.ts';
import { notWithdrawable, submissionNotFound } from './problems.ts';
import { returnHeldRows } from './queries/held-rows.ts';
import { lockItem, lockSubmission } from './queries/settle.ts';
import { markWithdrawn } from './queries/submissions.ts';

/**
 * Ends every version that the submission created, and its rows still held; history keeps them with the reason.
 * @returns how many record versions ended
 * @throws Problem submission-not-found (also for another unit's), submission-not-withdrawable
 */
export async function withdrawSubmission(
  platform: Platform,
  actor: SignedInActor,
  submissionId: string,
  reason: string,
): Promise<{ ended: number }> {
  return platform.db.app.scoped({ duty: 'intake' }, async (tx) => {
    const submission = isId(submissionId)
      ? await tx.maybe<{ unit_code: string; item: string; edition_id: string; state: string }>(
          lockSubmission(submissionId),
        )
      : undefined;
    if (!submission || submission.unit_code !== actor.unit) throw new Problem(submissionNotFound);
    // A settlement at work must not count as standing what ends here.
    await tx.query(lockItem(submission.item));
    const at = platform.clock.now();
    const by = actorName(actor);
    const marked = await tx.maybe(markWithdrawn(submissionId, { by, at, reason }));
    if (!marked) throw new Problem(notWithdrawable);
    const { ended, left } = await endSubmissionVersions(tx, submissionId, {
      reason,
      endedBy: by,
      endedAt: at,
    });
    const item = await getItemOfEdition(tx, submission.item, submission.edition_id);
    if (item.unknownSubject === 'register') await withdrawRegistrations(tx, left);
    await tx.query(returnHeldRows(submissionId, { by, at, reason }));
    await platform.jobs.enqueue(tx, 'submission-settled', {
      submissionId,
      unit: actor.unit,
      item: submission.item,
    });
    return { ended };
  });
}
