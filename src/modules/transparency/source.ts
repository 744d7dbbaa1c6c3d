/** What a module offers so that its rows can be logged: the rows of an entry, and which entries its rows name. */
import type { Queryable } from '../../platform/db/index.ts';

/** A protected row as the log commits to it. */
export interface LoggedRow {
  readonly entryId: string;
  /** Names the row within its entry; no two rows of an entry have the same. */
  readonly key: string;
  /** What is public of the row, and the rest, each as JSON text that is the same every time it is made. */
  readonly parts: readonly [shown: string, kept: string];
}

/** One protected table. */
export interface LogSource {
  /** schema.table, or schema.table with what is done to it. */
  readonly source: string;
  /**
   * `rows`: rows stay as they are and name their entry. `state`: an entry is all rows as they stood at one moment, and
   * only the newest is held against the tables.
   */
  readonly kind: 'rows' | 'state';
  /** The rows of these entries: entries in ascending order, the rows of each always in the same order. */
  rowsOf(db: Queryable, entryIds: readonly string[]): AsyncIterable<LoggedRow>;
  /** The entries that rows name, after one, ascending; '0' for rows that name none. */
  entryIds(db: Queryable, after: string, most: number): Promise<string[]>;
  /** The rows of one entry from a place on (0 is the first), as many as asked. */
  rowsAt(db: Queryable, entryId: string, from: number, most: number): Promise<LoggedRow[]>;
}

/** A table that follows from protected ones: nothing of it is logged, the monitor computes it again. */
export interface DerivedTable {
  /** schema.table. */
  readonly table: string;
  /** Whether every row of it follows, and none is missing. */
  follows(db: Queryable): Promise<boolean>;
}

/** Rows read page by page as one stream; `read` gives the page after the last row seen. */
export async function* paged<Row>(
  most: number,
  read: (last: Row | undefined, most: number) => Promise<Row[]>,
): AsyncIterable<Row> {
  for (let last: Row | undefined; ; ) {
    const page = await read(last, most);
    yield* page;
    last = page.at(-1);
    if (page.length < most) return;
  }
}
