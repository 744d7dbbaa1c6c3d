/** What the credit centre decided about rows on hold and why, for the unit that handed them in. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { decidedHeldRows } from './queries/held-rows.ts';
import { getSubmissionRow } from './submission-view.ts';

/** One decision: the row of the file, how it came out, the officer's reason; `decidedAt` in ISO 8601. */
export interface HeldRowOutcome {
  row: number;
  decision: 'accept' | 'return';
  reason: string;
  decidedAt: string;
}

/** The first `limit` decisions in the order of the file. @throws Problem submission-not-found, also for another unit's */
export async function listDecisions(
  platform: Platform,
  actor: SignedInActor,
  submissionId: string,
  limit: number,
): Promise<HeldRowOutcome[]> {
  await getSubmissionRow(platform, actor, submissionId);
  const rows = await platform.db.app.query<{
    row_no: number;
    decision: 'accept' | 'return';
    reason: string;
    decided_at: Date;
  }>(decidedHeldRows(submissionId, limit));
  return rows.map(({ row_no, decision, reason, decided_at }) => ({
    row: row_no,
    decision,
    reason,
    decidedAt: decided_at.toISOString(),
  }));
}
