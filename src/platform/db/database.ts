/** Asking the database: statements and transactions on one pool, the same few verbs inside and outside. */
import type { Readable } from 'node:stream';
import { Readable as ReadableStream } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { enterScope, type Scope } from './scope.ts';
import { planNameOf, type Sql } from './sql.ts';

/** Questions that can be asked outside or inside a transaction. */
export type Queryable = {
  /** All rows. */
  query<Row>(statement: Sql): Promise<Row[]>;
  /** Exactly one row. @throws RowCountError for none or several */
  one<Row>(statement: Sql): Promise<Row>;
  /** One row or none. @throws RowCountError for several */
  maybe<Row>(statement: Sql): Promise<Row | undefined>;
};

/** An open transaction; it is over when the function it was given to returns or throws. */
export type Tx = Queryable & {
  /**
   * COPY in text format (tab-separated, `\N` for null, backslash escapes). Names come from code, never from input.
   * @returns how many rows were copied
   */
  copyIn(
    table: string,
    columns: readonly string[],
    lines: AsyncIterable<string | Buffer> | Iterable<string | Buffer>,
  ): Promise<number>;
  /** The session itself, for what these verbs do not cover (platform/jobs, cursors). */
  readonly client: pg.PoolClient;
};

/** One database role's connections. */
export type Db = Queryable & {
  /** Runs in one transaction; commits what returns, rolls back what throws. */
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  /** A transaction that sees what is not public as far as `scope` reaches; without one the database shows nothing of it. */
  scoped<T>(scope: Scope, run: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
  /** The pool itself, for graphile-worker; modules have no use for it. */
  readonly pool: pg.Pool;
};

/** A statement gave another number of rows than its question allows. */
export class RowCountError extends Error {
  override readonly name = 'RowCountError';
}

type Runner = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>;

function queryable(runner: Runner): Queryable {
  async function query<Row>(statement: Sql): Promise<Row[]> {
    const name = planNameOf(statement);
    const { text, values } = statement;
    const result = await (runner as pg.Pool).query(
      name === undefined ? { text, values } : { name, text, values },
    );
    return result.rows as Row[];
  }
  async function maybe<Row>(statement: Sql): Promise<Row | undefined> {
    const rows = await query<Row>(statement);
    if (rows.length > 1)
      throw new RowCountError(`expected at most one row, got ${rows.length}: ${statement.text}`);
    return rows[0];
  }
  async function one<Row>(statement: Sql): Promise<Row> {
    const rows = await query<Row>(statement);
    if (rows.length !== 1) throw new RowCountError(`expected one row, got ${rows.length}: ${statement.text}`);
    return rows[0] as Row;
  }
  return { query, one, maybe };
}

function quoteName(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
}

function transactionOn(client: pg.PoolClient): Tx {
  return {
    ...queryable(client),
    client,
    async copyIn(table, columns, lines) {
      const target = `${quoteName(table)} (${columns.map(quoteName).join(', ')})`;
      const stream = client.query(copyFrom(`copy ${target} from stdin`));
      const source: Readable = ReadableStream.from(lines, { objectMode: true });
      await pipeline(source, stream);
      return stream.rowCount;
    },
  };
}

/** The verbs of `Db` on a pool. */
export function databaseOn(pool: pg.Pool): Db {
  const db: Db = {
    ...queryable(pool),
    pool,
    async transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await run(transactionOn(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        // A session whose rollback failed is not given to anybody else.
        client.release(broken);
      }
    },
    scoped: (scope, run) =>
      db.transaction(async (tx) => {
        await enterScope(tx, scope);
        return run(tx);
      }),
    close: () => pool.end(),
  };
  return db;
}
