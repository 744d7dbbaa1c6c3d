/** Who takes a finding on, and what the unit did about it; whether it is mended the next self-check says, not they. */
import { actorName, type SignedInActor } from '../../platform/actor.ts';
import { isId } from '../../platform/ids.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { findOfficer } from '../identity/index.ts';
import { getSubmission } from '../intake/index.ts';
import { assigneeNotOfUnit, findingNotFound, findingOver } from './problems.ts';
import { insertStep, lockFinding } from './queries/finding-steps.ts';

/** What is written down. */
export interface FindingAnswer {
  readonly step: 'assigned' | 'answered';
  /** Number of the account that it is given to, for `assigned` alone; without it, whoever asks takes it on. */
  readonly assignedTo?: string | undefined;
  /** The submission by which it was mended. */
  readonly submissionId?: string | undefined;
  readonly note: string;
}

const accountOf = (actor: SignedInActor) => (actor.kind === 'account' ? actor.accountId : undefined);

/**
 * Adds a step to a finding of the actor's own unit.
 * @throws Problem finding-not-found (also for another unit's), finding-over, assignee-not-of-unit, submission-not-found
 */
export async function answerFinding(
  platform: Platform,
  actor: SignedInActor,
  findingId: string,
  { step, assignedTo, submissionId, note }: FindingAnswer,
): Promise<void> {
  const assignee = step === 'assigned' ? (assignedTo ?? accountOf(actor)) : undefined;
  if (step === 'assigned') {
    const officer = assignee && isId(assignee) ? await findOfficer(platform, assignee) : undefined;
    if (officer?.unit !== actor.unit) throw new Problem(assigneeNotOfUnit);
  }
  if (submissionId !== undefined) await getSubmission(platform, actor, submissionId);
  await platform.db.app.transaction(async (tx) => {
    const finding = isId(findingId)
      ? await tx.maybe<{ unit: string; closedAt: Date | null }>(lockFinding(findingId))
      : undefined;
    if (finding?.unit !== actor.unit) throw new Problem(findingNotFound);
    if (finding.closedAt !== null) throw new Problem(findingOver);
    await tx.query(
      insertStep({
        ...{ findingId, step, note, by: actorName(actor), at: platform.clock.now() },
        assignedTo: assignee ?? null,
        submissionId: submissionId ?? null,
      }),
    );
  });
}
