/** For tests: a withdrawal asked for by one officer and approved by another. */
import type { SignedInActor } from '../../../platform/actor.ts';
import type { Platform } from '../../../platform/index.ts';
import { decideApproval } from '../../identity/index.ts';
import { requestWithdrawal } from '../withdraw-submission.ts';

/** Both pairs of eyes at once. @returns how many record versions ended */
export async function withdrawSubmission(
  platform: Platform,
  actor: SignedInActor,
  submissionId: string,
  reason: string,
): Promise<{ ended: number }> {
  const { approvalId } = await requestWithdrawal(platform, actor, submissionId, reason);
  const reviewer = {
    kind: 'account',
    accountId: '4711',
    unit: actor.unit,
    roles: ['reviewer'],
    name: 'R',
  } as const;
  const { outcome } = await decideApproval(platform, reviewer, approvalId, { decision: 'approve', reason });
  return outcome as { ended: number };
}
