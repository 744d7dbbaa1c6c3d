/** Computes root and commitment of entries that are to get their places. */
import { randomSecret } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db/index.ts';
import { entryBlind, entryCommitment } from './commitment.ts';
import { treesOf } from './entry-roots.ts';
import type { EntryRow, Place } from './queries/entries.ts';
import type { RowTree } from './row-tree.ts';
import type { LogSource } from './source.ts';

/** An entry names a source that nobody registered. */
export class UnknownSource extends Error {
  override readonly name = 'UnknownSource';
}

type Readable = EntryRow & { readonly entryId: string; readonly secret: Buffer };

/** What a commitment was before stays; it may have been promised already. */
const isOpen = (entry: EntryRow): entry is Readable =>
  entry.commitment === null && entry.root === null && entry.secret !== null;

/** Places in the order of the entries. @throws UnknownSource */
export async function placesOf(
  db: Queryable,
  sources: readonly LogSource[],
  entries: readonly EntryRow[],
): Promise<Place[]> {
  const trees = new Map<string, RowTree>();
  const open = entries.filter(isOpen).map((entry) => ({ ...entry, entryId: entry.entry_id }));
  for (const name of new Set(open.map((entry) => entry.source))) {
    const source = sources.find((one) => one.source === name);
    if (!source) throw new UnknownSource(`没有登记日志来源 ${name}。No source of the log is called ${name}.`);
    const own = open.filter((entry) => entry.source === name);
    for (const [entry, tree] of await treesOf(db, source, own)) trees.set(entry.entryId, tree);
  }
  return entries.map((entry) => {
    const tree = trees.get(entry.entry_id);
    const root = tree?.root() ?? entry.root ?? undefined;
    return {
      entryId: entry.entry_id,
      commitment: entry.commitment ?? commit(entry, root),
      root,
      blocks: tree?.blocks(),
    };
  });
}

function commit({ secret, source, rows }: EntryRow, root: Uint8Array | undefined): Uint8Array {
  // Erased before it had a place: its leaf is as random as every other one looks.
  if (secret === null || root === undefined) return randomSecret();
  return entryCommitment(entryBlind(secret), { source, rows, root });
}
