/** Records and ends of versions as sources of the transparency log. */
import type { Queryable, Sql } from '../../platform/db/index.ts';
import {
  type DerivedTable,
  type LoggedRow,
  type LogSource,
  paged,
  tableSource,
} from '../transparency/index.ts';
import * as queries from './queries/log-rows.ts';

const pageRows = 5_000;

async function* versions(
  db: Queryable,
  read: (last: queries.LoggedVersion | undefined, most: number) => Sql,
): AsyncIterable<LoggedRow> {
  const rows = paged<queries.LoggedVersion>(pageRows, (last, most) => db.query(read(last, most)));
  for await (const { entry_id, key, shown, kept } of rows)
    yield { entryId: entry_id, key, parts: [shown, kept] };
}

async function nextSubmissions(db: Queryable, after: string, most: number): Promise<string[]> {
  const found: string[] = [];
  for (let last = after; found.length < most; ) {
    const next = await db.maybe<{ entry_id: string }>(queries.nextSubmission(last));
    if (!next) break;
    last = next.entry_id;
    found.push(last);
  }
  return found;
}

const ascending = (a: string, b: string): number => (BigInt(a) < BigInt(b) ? -1 : 1);

/** Versions of records: those of a submission under its own number, those an officer decided under an entry each. */
export const recordSource: LogSource = {
  source: 'records.record',
  kind: 'rows',
  async *rowsOf(db, entryIds) {
    yield* versions(db, (last, most) => queries.versionsOfEntries(entryIds, last, most));
    yield* versions(db, (last, most) => queries.versionsOfSubmissions(entryIds, last, most));
  },
  async entryIds(db, after, most) {
    const named = await db.query<{ entry_id: string }>(queries.namedEntries(after, most));
    const all = new Set([...named.map((row) => row.entry_id), ...(await nextSubmissions(db, after, most))]);
    return [...all].sort(ascending).slice(0, most);
  },
  async rowsAt(db, entryId, from, most) {
    const rows = await db.query<queries.LoggedVersion>(queries.versionsAt(entryId, from, most));
    return rows.map(({ entry_id, key, shown, kept }) => ({ entryId: entry_id, key, parts: [shown, kept] }));
  },
};

/** Ends of versions. */
export const versionEndSource: LogSource = tableSource<queries.LoggedEnd>('records.version_end', {
  rowsOf: queries.endsOfEntries,
  entryIds: queries.entriesOfEnds,
  rowsAt: queries.endsAt,
});

/** Identities follow from the versions they reserve. */
export const recordIdentityTable: DerivedTable = {
  table: 'records.record_identity',
  follows: async (db) => (await db.one<{ follows: boolean }>(queries.identitiesFollow())).follows,
};
