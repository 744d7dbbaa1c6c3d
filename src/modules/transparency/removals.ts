/** The removals log: each act that takes public records off every surface, counted by ground and month. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { logRows } from './log-rows.ts';
import { insertRemoval, type PublicRemovalRow, publicRemovals, removalRows } from './queries/removals.ts';
import { tableSource } from './table-source.ts';

/** Why public records may be removed, as a closed list; upper floors add theirs here. */
const removalGrounds = ['submission-withdrawn', 'repaired', 'objection-upheld', 'person-erased'] as const;

export type RemovalGround = (typeof removalGrounds)[number];

/** Counts a removal in the caller's transaction and puts its entry down for the log; nothing for no records. */
export async function logRemoval(
  tx: Tx,
  removal: { readonly ground: RemovalGround; readonly on: CivilDate; readonly records: number },
): Promise<void> {
  if (removal.records === 0) return;
  const removalId = newId();
  await tx.query(insertRemoval({ ...removal, removalId }));
  await logRows(tx, { source: removalSource.source, entryId: removalId, rows: 1 });
}

/** Months that are over, newest first. */
export function listRemovals(platform: Pick<Platform, 'db'>): Promise<PublicRemovalRow[]> {
  return platform.db.portal.query<PublicRemovalRow>(publicRemovals());
}

/** Removals as a source of the log. */
export const removalSource = tableSource('transparency.removal', removalRows);
