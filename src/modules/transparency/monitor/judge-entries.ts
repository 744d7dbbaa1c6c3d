/** Holds entries of the database against their leaves: the entry against the leaf, and the rows against the entry. */
import { sameHash } from '../../../kernel/merkle/tree.ts';
import type { Db } from '../../../platform/db/index.ts';
import { entryBlind, entryCommitment } from '../commitment.ts';
import { treesOf } from '../entry-roots.ts';
import { entriesAt, entryAgain, type WatchedEntry } from '../queries/monitor.ts';
import type { LogSource } from '../source.ts';
import type { Difference } from './difference.ts';
import type { LeafRun } from './leaves.ts';

type Judgement = { differences: Difference[]; rows: number };
type Readable = WatchedEntry & { readonly entryId: string; readonly secret: Buffer };

/**
 * Whether the entry as it stands leads to the leaf. An erased one leads nowhere any more; only persons' rows are erased,
 * and each erasure is an entry itself.
 */
function leadsTo(entry: WatchedEntry, leaf: Uint8Array): boolean {
  const { secret, source, rows, root, commitment } = entry;
  if (!sameHash(commitment, leaf)) return false;
  if (secret === null || root === null) return secret === null && entry.is_erased;
  return sameHash(entryCommitment(entryBlind(secret), { source, rows, root }), leaf);
}

/** Entries whose rows are not those that were logged. */
async function changedRows(db: Db, sources: readonly LogSource[], entries: readonly WatchedEntry[]) {
  const changed: WatchedEntry[] = [];
  let rows = 0;
  for (const source of sources.filter(({ kind }) => kind === 'rows')) {
    const own = entries
      .filter((entry) => entry.source === source.source && entry.secret !== null)
      .map((entry) => ({ ...entry, entryId: entry.entry_id }) as Readable);
    if (own.length === 0) continue;
    const trees = await db.scoped({ duty: 'log' }, (tx) => treesOf(tx, source, own));
    for (const [entry, tree] of trees) {
      rows += tree.rows;
      if (tree.rows !== entry.rows || entry.root === null || !sameHash(tree.root(), entry.root))
        changed.push(entry);
    }
  }
  return { changed, rows };
}

/** What differs in one run of leaves. */
export async function judgeRun(db: Db, sources: readonly LogSource[], run: LeafRun): Promise<Judgement> {
  const until = run.first + run.leaves.length;
  const entries = await db.query<WatchedEntry>(entriesAt(run.first, until));
  const byLeaf = new Map(entries.map((entry) => [Number(entry.leaf_index), entry]));
  const known = new Set(sources.map(({ source }) => source));
  const differences: Difference[] = [];
  run.leaves.forEach((leaf, offset) => {
    const leafIndex = run.first + offset;
    const entry = byLeaf.get(leafIndex);
    if (entry === undefined) differences.push({ kind: 'leaf-without-entry', leafIndex });
    else if (!known.has(entry.source) || !leadsTo(entry, leaf))
      differences.push({ kind: 'entry-changed', source: entry.source, entryId: entry.entry_id, leafIndex });
  });
  const { changed, rows } = await changedRows(db, sources, entries);
  for (const entry of changed) {
    const { source, entry_id: entryId } = entry;
    if (await isStillChanged(db, sources, entryId))
      differences.push({ kind: 'rows-changed', source, entryId });
  }
  return { differences, rows };
}

/** Asks again before an alarm is raised: an erasure may have come between reading the entry and its rows. */
async function isStillChanged(db: Db, sources: readonly LogSource[], entryId: string): Promise<boolean> {
  const entry = await db.maybe<WatchedEntry>(entryAgain(entryId));
  return entry !== undefined && (await changedRows(db, sources, [entry])).changed.length > 0;
}
