/** An officer says that one subject is another: a row with its author and reason, followed when reading. */
import { type Actor, actorName, can, type SignedInActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { notAllowed } from '../../platform/problems.ts';
import { logRows } from '../transparency/index.ts';
import { mergePermission } from './permissions.ts';
import { mergeRefused, reasonMissing, subjectNotFound } from './problems.ts';
import { activeAliasOf, insertAlias, lockSubject, mergedInto } from './queries/merge.ts';

/** Which subject is which, and what the officer rests it on. Ids are decimal text. */
export interface Merge {
  readonly subjectId: string;
  readonly standsFor: string;
  readonly reason: string;
}

/** @throws Problem not-allowed for whoever may not merge */
export function requireMerger(actor: Actor): asserts actor is SignedInActor {
  if (!can(actor, mergePermission)) throw new Problem(notAllowed);
}

/** The reason without blanks around it. @throws Problem reason-missing below 4 characters */
export function requireReason(text: string): string {
  const reason = text.trim();
  if (Array.from(reason).length < 4) throw new Problem(reasonMissing);
  return reason;
}

/**
 * From now on `standsFor` stands for `subjectId` on every surface; nothing is moved, so that it can be taken back. A
 * target that is itself merged is followed to its end: there are no chains.
 * @returns the subject that stands for it
 * @throws Problem not-allowed, reason-missing, subject-not-found, merge-refused
 */
export async function mergeSubjects(
  platform: Pick<Platform, 'db' | 'clock'>,
  actor: Actor,
  merge: Merge,
): Promise<{ standsFor: string }> {
  requireMerger(actor);
  const { app } = platform.db;
  return app.transaction((tx) => mergeIn(tx, merge, { by: actorName(actor), at: platform.clock.now() }));
}

/**
 * The same in the transaction of whoever decided it.
 * @throws Problem reason-missing, subject-not-found, merge-refused
 */
export async function mergeIn(
  tx: Tx,
  merge: Merge,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<{ standsFor: string }> {
  const reason = requireReason(merge.reason);
  const standsFor = await lockPair(tx, merge);
  const aliasId = newId();
  await logRows(tx, { source: 'subjects.alias', entryId: aliasId, rows: 1 });
  await tx.query(insertAlias({ aliasId, subjectId: merge.subjectId, standsFor, reason, by, at }));
  return { standsFor };
}

/** Locks every subject that the merge touches, in one order for all, and gives the target that stands for itself. */
async function lockPair(tx: Tx, { subjectId, standsFor }: Merge): Promise<string> {
  if (subjectId === standsFor) throw new Problem(mergeRefused);
  const beyond = await tx.maybe<{ stands_for: string }>(activeAliasOf(standsFor));
  const end = beyond?.stands_for ?? standsFor;
  if (end === subjectId) throw new Problem(mergeRefused);
  for (const id of [subjectId, end].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))) {
    if (!(await tx.maybe(lockSubject(id)))) throw new Problem(subjectNotFound);
  }
  const taken = await tx.maybe(activeAliasOf(subjectId));
  const followers = await tx.query(mergedInto(subjectId));
  const moved = await tx.maybe(activeAliasOf(end));
  if (taken || followers.length > 0 || moved) throw new Problem(mergeRefused);
  return end;
}
