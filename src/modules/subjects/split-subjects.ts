/** An officer takes a merge back: its row is ended, with author and reason, and both subjects stand alone again. */
import { type Actor, actorName } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { logRows } from '../transparency/index.ts';
import { requireMerger, requireReason } from './merge-subjects.ts';
import { notMerged, subjectNotFound } from './problems.ts';
import { activeAliasOf, endAlias, lockSubject } from './queries/merge.ts';

/**
 * Ends the merge of `subjectId`; what belongs to it is shown under it again.
 * @throws Problem not-allowed, reason-missing, subject-not-found, not-merged
 */
export async function splitSubjects(
  platform: Pick<Platform, 'db' | 'clock'>,
  actor: Actor,
  split: { readonly subjectId: string; readonly reason: string },
): Promise<void> {
  requireMerger(actor);
  const { app } = platform.db;
  await app.transaction((tx) => splitIn(tx, split, { by: actorName(actor), at: platform.clock.now() }));
}

/**
 * The same in the transaction of whoever decided it.
 * @throws Problem reason-missing, subject-not-found, not-merged
 */
export async function splitIn(
  tx: Tx,
  split: { readonly subjectId: string; readonly reason: string },
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  const reason = requireReason(split.reason);
  if (!(await tx.maybe(lockSubject(split.subjectId)))) throw new Problem(subjectNotFound);
  const alias = await tx.maybe<{ alias_id: string }>(activeAliasOf(split.subjectId));
  if (!alias) throw new Problem(notMerged);
  const entryId = newId();
  await logRows(tx, { source: 'subjects.alias_end', entryId, rows: 1 });
  await tx.query(endAlias(split.subjectId, alias.alias_id, { reason, by, at, entryId }));
}
