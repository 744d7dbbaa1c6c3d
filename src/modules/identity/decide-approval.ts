/** Decides a request under four eyes; approval does the act in the same transaction. */
import { actorName } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/index.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { logRows } from '../transparency/index.ts';
import { getAct } from './act.ts';
import { isOfCentre, mayDecide, type Officer } from './may-decide.ts';
import { approvalNotFound, approvalOver, notYoursToDecide } from './problems.ts';
import { type ApprovalRow, lockApproval, selectApproval, updateDecision } from './queries/approvals.ts';

/** What was decided, and what is shown once, such as a password to hand over. */
export type Decided = {
  readonly decision: 'approved' | 'refused';
  readonly outcome: Record<string, unknown>;
  readonly once: Record<string, string>;
};

/** Requests of other units are not there for anybody but the centre. */
async function findVisible(platform: Platform, officer: Officer, approvalId: string): Promise<ApprovalRow> {
  const row = isId(approvalId) ? await selectApproval(platform.db.app, approvalId) : undefined;
  const isVisible =
    row !== undefined &&
    (row.unit === officer.unit ||
      row.requestedBy === actorName(officer) ||
      (await isOfCentre(platform, officer)));
  if (!isVisible) throw new Problem(approvalNotFound);
  return row;
}

async function lockOpen(tx: Tx, approvalId: string): Promise<ApprovalRow> {
  const row = await lockApproval(tx, approvalId);
  if (!row || row.decision !== null) throw new Problem(approvalOver);
  return row;
}

/** The decision and its entry in the log. */
async function write(
  tx: Tx,
  approvalId: string,
  decided: Omit<Parameters<typeof updateDecision>[2], 'entryId'>,
): Promise<void> {
  const entryId = newId();
  await updateDecision(tx, approvalId, { ...decided, entryId });
  await logRows(tx, { source: 'identity.approval', entryId, rows: 1, reference: approvalId });
}

/**
 * Approves or refuses. Two decisions at once: the second finds it decided.
 * @throws Problem approval-not-found, approval-over, not-yours-to-decide, and what the act itself throws; then nothing
 *   is decided
 */
export async function decideApproval(
  platform: Platform,
  officer: Officer,
  approvalId: string,
  given: { readonly decision: 'approve' | 'refuse'; readonly reason: string },
): Promise<Decided> {
  const found = await findVisible(platform, officer, approvalId);
  if (!(await mayDecide(platform, officer, found))) throw new Problem(notYoursToDecide);
  const act = getAct(found.kind);
  const by = actorName(officer);
  const decide = async (tx: Tx): Promise<Decided> => {
    const row = await lockOpen(tx, approvalId);
    const hands = { requestedBy: row.requestedBy, approvedBy: by, reason: row.reason };
    if (given.decision === 'refuse') await act.refused?.(platform, tx, row.payload);
    const done =
      given.decision === 'approve' ? await act.run(platform, tx, row.payload, hands) : { outcome: {} };
    const decision = given.decision === 'approve' ? 'approved' : 'refused';
    const { outcome } = done;
    await write(tx, approvalId, {
      decision,
      by,
      reason: given.reason,
      at: platform.clock.now(),
      outcome,
    });
    return { decision, outcome, once: done.once ?? {} };
  };
  return act.scope ? platform.db.app.scoped(act.scope, decide) : platform.db.app.transaction(decide);
}

/** Takes one's own request back. @throws Problem approval-not-found, approval-over */
export async function cancelApproval(
  platform: Platform,
  officer: Officer,
  approvalId: string,
): Promise<void> {
  const { requestedBy, kind } = await findVisible(platform, officer, approvalId);
  const by = actorName(officer);
  if (requestedBy !== by) throw new Problem(notYoursToDecide);
  await platform.db.app.transaction(async (tx) => {
    const { payload } = await lockOpen(tx, approvalId);
    await getAct(kind).refused?.(platform, tx, payload);
    await write(tx, approvalId, {
      decision: 'cancelled',
      by,
      reason: null,
      at: platform.clock.now(),
      outcome: null,
    });
  });
}
