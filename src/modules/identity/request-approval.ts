/** Asks for an act under four eyes; nothing happens until somebody else has decided. */
import { actorName, can, type SignedInActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { notAllowed } from '../../platform/problems.ts';
import type { Act } from './act.ts';
import { alreadyRequested } from './problems.ts';
import { insertApproval, selectOpenApproval } from './queries/approvals.ts';

/** A request that waits for its decision. */
export type OpenRequest = {
  readonly approvalId: string;
  readonly requestedAt: Date;
  readonly reason: string;
};

/**
 * Puts the request down. `unit` is the unit whose matter it is; the verb has checked that the actor may touch it.
 * @throws Problem not-allowed, already-requested while a request for the same is open
 */
export async function requestApproval<Payload>(
  platform: Platform,
  actor: SignedInActor,
  act: Act<Payload>,
  request: { readonly payload: Payload; readonly unit: string; readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  if (!can(actor, act.requester)) throw new Problem(notAllowed);
  const approvalId = newId();
  const isNew = await insertApproval(platform.db.app, {
    ...request,
    approvalId,
    kind: act.kind,
    target: act.target(request.payload),
    requestedBy: actorName(actor),
    requestedAt: platform.clock.now(),
  });
  if (!isNew) throw new Problem(alreadyRequested);
  return { approvalId };
}

/**
 * Asks in the name of whoever set the matter going, in the transaction that found it needs a second person: a rule asks,
 * not a right, and still nobody decides what they brought about themselves. A request that is open already stays.
 */
export async function raiseApproval<Payload>(
  platform: Platform,
  tx: Tx,
  act: Act<Payload>,
  request: {
    readonly payload: Payload;
    readonly unit: string;
    readonly requestedBy: string;
    readonly reason: string;
  },
): Promise<void> {
  await insertApproval(tx, {
    ...request,
    approvalId: newId(),
    kind: act.kind,
    target: act.target(request.payload),
    requestedAt: platform.clock.now(),
  });
}

/** The open request for this act on this target, if there is one. */
export async function findOpenRequest<Payload>(
  platform: Platform,
  act: Act<Payload>,
  target: string,
): Promise<OpenRequest | undefined> {
  const row = await selectOpenApproval(platform.db.app, act.kind, target);
  return row && { approvalId: row.approvalId, requestedAt: row.requestedAt, reason: row.reason };
}
