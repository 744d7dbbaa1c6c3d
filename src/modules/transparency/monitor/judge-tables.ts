/** Holds tables against the entries: rows that no entry covers, states that are not the one logged, entries that are late. */
import { sameHash } from '../../../kernel/merkle/tree.ts';
import type { Db } from '../../../platform/db/index.ts';
import { treesOf } from '../entry-roots.ts';
import { knownEntries, lateEntries, latestStateEntry } from '../queries/monitor.ts';
import type { DerivedTable, LogSource } from '../source.ts';
import type { Difference } from './difference.ts';

const page = 1_000;
const mostLate = 1_000;

/** Rows first, entries after: an act commits both at once, so that a row that is seen has its entry. */
async function rowsWithoutEntry(db: Db, source: LogSource): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (let after = '-1'; ; ) {
    const ids = await db.scoped({ duty: 'log' }, (tx) => source.entryIds(tx, after, page));
    const found = await db.query<{ entry_id: string }>(knownEntries(source.source, ids));
    const known = new Set(found.map((row) => row.entry_id));
    for (const entryId of ids.filter((id) => !known.has(id)))
      differences.push({ kind: 'rows-without-entry', source: source.source, entryId });
    const last = ids.at(-1);
    if (last === undefined || ids.length < page) return differences;
    after = last;
  }
}

interface StateEntry {
  entry_id: string;
  rows: number;
  secret: Buffer | null;
  root: Buffer | null;
}

/** Whether the tables are as the newest entry of the source says; a load that commits meanwhile is waited for. */
async function changedState(db: Db, source: LogSource): Promise<Difference[]> {
  for (let attempt = 0; ; attempt += 1) {
    const latest = await db.maybe<StateEntry>(latestStateEntry(source.source));
    if (latest === undefined) {
      const isEmpty = await db.scoped({ duty: 'log' }, async (tx) => {
        for await (const _ of source.rowsOf(tx, ['0'])) return false;
        return true;
      });
      // Rows without a state that was ever logged: it was taken out of the books, or is just being committed.
      if (isEmpty) return [];
      if (attempt > 3) return [{ kind: 'rows-without-entry', source: source.source }];
      continue;
    }
    const { secret, root } = latest;
    const entry = { ...latest, entryId: latest.entry_id, secret: secret ?? Buffer.alloc(32) };
    const trees = await db.scoped({ duty: 'log' }, (tx) => treesOf(tx, source, [entry]));
    const tree = trees.get(entry);
    if (root && tree?.rows === entry.rows && sameHash(tree.root(), root)) return [];
    const again = await db.maybe<StateEntry>(latestStateEntry(source.source));
    if (attempt > 3 || again?.entry_id === latest.entry_id)
      return [{ kind: 'rows-changed', source: source.source, entryId: latest.entry_id }];
  }
}

/** Tables that do not follow from what is protected, as rows changed; asked twice, as a load may commit in between. */
export async function judgeDerived(db: Db, tables: readonly DerivedTable[]): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const { table, follows } of tables) {
    const judge = () => db.scoped({ duty: 'log' }, follows);
    if (!(await judge()) && !(await judge())) differences.push({ kind: 'rows-changed', source: table });
  }
  return differences;
}

/** What differs without regard to leaves; `size` is that of the published checkpoint. */
export async function judgeTables(
  db: Db,
  sources: readonly LogSource[],
  size: number,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const source of sources)
    differences.push(
      ...(source.kind === 'state' ? await changedState(db, source) : await rowsWithoutEntry(db, source)),
    );
  const late = await db.query<{ entry_id: string; source: string }>(lateEntries(size, mostLate));
  for (const { entry_id, source } of late)
    differences.push({ kind: 'entry-without-leaf', source, entryId: entry_id });
  return differences;
}
