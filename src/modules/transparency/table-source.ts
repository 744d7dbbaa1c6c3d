/** Makes sources of the log from the statements that a module offers for one of its tables. */
import type { Queryable, Sql } from '../../platform/db/index.ts';
import { type LoggedRow, type LogSource, paged } from './source.ts';

/** Rows as the statements of a module give them. */
export interface LoggedRowColumns {
  entry_id: string;
  key: string;
  shown: string;
  kept: string;
}

const toRow = (row: LoggedRowColumns): LoggedRow => ({
  entryId: row.entry_id,
  key: row.key,
  parts: [row.shown, row.kept],
});

const pageRows = 5_000;

/** The statements of a table whose rows name their entry. */
export interface TableStatements<Row extends LoggedRowColumns> {
  /** Rows of the entries behind the last row seen, in the order of entry and key columns. */
  rowsOf(entryIds: readonly string[], last: Row | undefined, most: number): Sql;
  /** Different entries that rows name, as `entry_id`, ascending; '0' for none. */
  entryIds(after: string, most: number): Sql;
  /** Rows of one entry from a place on. */
  rowsAt(entryId: string, from: number, most: number): Sql;
}

/** A source of rows that stay as they are. */
export function tableSource<Row extends LoggedRowColumns>(
  source: string,
  statements: TableStatements<Row>,
): LogSource {
  return {
    source,
    kind: 'rows',
    async *rowsOf(db, entryIds) {
      const rows = paged<Row>(pageRows, (last, most) =>
        db.query<Row>(statements.rowsOf(entryIds, last, most)),
      );
      for await (const row of rows) yield toRow(row);
    },
    entryIds: async (db, after, most) =>
      (await db.query<{ entry_id: string }>(statements.entryIds(after, most))).map((row) => row.entry_id),
    rowsAt: async (db, entryId, from, most) =>
      (await db.query<LoggedRowColumns>(statements.rowsAt(entryId, from, most))).map(toRow),
  };
}

/** A source of whole states; `rows` gives key and JSON text of all rows, in order. */
export function stateSource(source: string, rows: () => Sql): LogSource {
  const all = async (db: Queryable, entryId: string): Promise<LoggedRow[]> =>
    (await db.query<{ key: string; shown: string }>(rows())).map(({ key, shown }) => ({
      entryId,
      key,
      parts: [shown, ''],
    }));
  return {
    source,
    kind: 'state',
    async *rowsOf(db, entryIds) {
      for (const id of entryIds) yield* await all(db, id);
    },
    entryIds: async () => [],
    rowsAt: async (db, entryId, from, most) => (await all(db, entryId)).slice(from, from + most),
  };
}
