/** An officer of the centre says whose a held row is: accepted for the code's owner, or returned to its unit. */
import { actorName, type SignedInActor } from '../../platform/actor.ts';
import { civilDateAt } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/index.ts';
import { isId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { appendStaged } from '../records/index.ts';
import { registerUnknown, resolveStaged } from '../subjects/index.ts';
import { logRows } from '../transparency/index.ts';
import { actsForCentre } from './acts-for-centre.ts';
import { againWhenRaceIsLost } from './lost-race.ts';
import { heldRowNotFound, ownRowNotDecided } from './problems.ts';
import {
  decideRow,
  type HeldRow,
  judgedOutcome,
  lockHeldRow,
  recount,
  submissionOfHeldRow,
} from './queries/held-rows.ts';
import { lockItem, lockSubmission, matchAsDecided } from './queries/settle.ts';
import { createStaged, dropRelations, relationsFor, restageHeldRow } from './queries/staging.ts';

/** What the officer says, with the reason that stays in the books. */
export interface HeldRowDecision {
  decision: 'accept' | 'return';
  reason: string;
}

/**
 * Decides a held row in one transaction. `accept` appends the record for the owner of the code (an unregistered code
 * makes a provisional subject), whatever name the row bears; `return` publishes nothing.
 * @throws Problem held-row-not-found, own-row-not-decided (nobody approves their own act)
 */
export async function decideHeldRow(
  platform: Platform,
  actor: SignedInActor,
  heldRowId: string,
  { decision, reason }: HeldRowDecision,
): Promise<{ outcome: 'accepted' | 'duplicate' | 'rejected' }> {
  // Whoever may not see the row is not told that there is one.
  if (!isId(heldRowId) || !(await actsForCentre(platform, actor))) throw new Problem(heldRowNotFound);
  // A registration file at work on the same subjects may still cross it.
  return againWhenRaceIsLost(() =>
    platform.db.app.scoped({ duty: 'intake' }, async (tx) => {
      // First the submission, then its rows, then the item: as settlement and withdrawal do, so that they only wait.
      const held = await tx.maybe<{ submission_id: string }>(submissionOfHeldRow(heldRowId));
      if (held) await tx.query(lockSubmission(held.submission_id));
      const row = await tx.maybe<HeldRow>(lockHeldRow(heldRowId));
      if (!row) throw new Problem(heldRowNotFound);
      const by = actorName(actor);
      if (row.handed_in_by === by) throw new Problem(ownRowNotDecided);
      const outcome = decision === 'accept' ? await appendHeldRow(platform, tx, row) : 'rejected';
      await tx.query(decideRow(heldRowId, { decision, reason, by, at: platform.clock.now() }));
      await tx.query(recount(row.submission_id, outcome, decision === 'return'));
      await platform.jobs.enqueue(tx, 'submission-settled', {
        submissionId: row.submission_id,
        unit: row.unit_code,
        item: row.item,
      });
      return { outcome };
    }),
  );
}

async function appendHeldRow(
  platform: Platform,
  tx: Tx,
  row: HeldRow,
): Promise<'accepted' | 'duplicate' | 'rejected'> {
  const relations = relationsFor(row.held_row_id);
  const now = platform.clock.now();
  await tx.query(lockItem(row.item));
  for (const statement of createStaged(relations)) await tx.query(statement);
  await tx.query(restageHeldRow(relations, row.held_row_id));
  await registerUnknown(tx, relations.staged, { evidence: 'provisional', now });
  await resolveStaged(tx, relations.staged, relations.resolved);
  await tx.query(matchAsDecided(relations));
  await appendStaged(tx, relations, {
    item: row.item,
    editionId: row.edition_id,
    unitCode: row.unit_code,
    submissionId: row.submission_id,
    handedInOn: civilDateAt(row.received_at),
    acceptedOn: platform.clock.today(),
    acceptedAt: now,
    entryId: row.held_row_id,
  });
  const judged = await tx.maybe<{ outcome: string }>(judgedOutcome(relations));
  for (const drop of dropRelations(relations)) await tx.query(drop);
  if (judged === undefined) return 'rejected';
  if (judged.outcome === 'duplicate') return 'duplicate';
  await logRows(tx, {
    source: 'records.record',
    entryId: row.held_row_id,
    rows: 1,
    reference: row.submission_id,
  });
  return 'accepted';
}
