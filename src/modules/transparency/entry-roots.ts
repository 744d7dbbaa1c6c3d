/** Roots of entries, computed from the rows that their source gives. */
import type { Queryable } from '../../platform/db/index.ts';
import { rowCommitment } from './commitment.ts';
import { RowTree } from './row-tree.ts';
import type { LogSource } from './source.ts';

/** An entry whose rows can be read and blinded. */
export interface ReadableEntry {
  readonly entryId: string;
  readonly rows: number;
  readonly secret: Uint8Array;
}

/** Rows read at once; an entry with more is read alone, page by page. */
const mostRows = 5_000;

/** Entries in ascending order, cut so that each cut has few rows. */
function* cuts<E extends ReadableEntry>(entries: readonly E[]): Iterable<E[]> {
  let cut: E[] = [];
  let rows = 0;
  for (const entry of [...entries].sort((a, b) => (BigInt(a.entryId) < BigInt(b.entryId) ? -1 : 1))) {
    if (cut.length > 0 && rows + entry.rows > mostRows) {
      yield cut;
      [cut, rows] = [[], 0];
    }
    cut.push(entry);
    rows += entry.rows;
  }
  if (cut.length > 0) yield cut;
}

/** The tree over each entry's rows as they stand in the database now; an entry without rows has an empty tree. */
export async function treesOf<E extends ReadableEntry>(
  db: Queryable,
  source: LogSource,
  entries: readonly E[],
): Promise<Map<E, RowTree>> {
  const trees = new Map<E, RowTree>(entries.map((entry) => [entry, new RowTree()]));
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  for (const cut of cuts(entries)) {
    const ids = cut.map((entry) => entry.entryId);
    for await (const { entryId, key, parts } of source.rowsOf(db, ids)) {
      const entry = byId.get(entryId);
      if (entry) trees.get(entry)?.add(rowCommitment(entry.secret, key, parts));
    }
  }
  return trees;
}
