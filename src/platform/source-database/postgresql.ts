/** A department's PostgreSQL, read in one read-only snapshot. */
import pg from 'pg';
import type { PageQuestion, SourceAddress, SourceConnection, SourceRow } from './source-database.ts';
import { asSourceError } from './source-faults.ts';

const CONNECT_MS = 10_000;
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const viewOf = ({ schema, view }: { schema: string; view: string }) => `${quoted(schema)}.${quoted(view)}`;

/** The view bears a name of its own: a bare column in `order by` would mean the text that is put out, which sorts 10 before 9. */
function pageText(page: PageQuestion): string {
  const columns = [page.watermark, ...page.columns].map((name) => `v.${quoted(name)}::text`);
  const mark = `v.${quoted(page.watermark)}`;
  const since = page.from === undefined ? '' : ` and ${mark} >= $1::${page.watermarkType}`;
  return `select ${columns.join(', ')} from ${viewOf(page)} v where ${mark} is not null${since}
    order by ${mark} limit ${page.limit}`;
}

/** @throws SourceError */
export async function openPostgresql(address: SourceAddress): Promise<SourceConnection> {
  const { host, port, database, user, password, tls, statementSeconds } = address;
  const client = new pg.Client({
    host,
    port,
    database,
    user,
    password,
    ssl: tls ? { rejectUnauthorized: true } : false,
    application_name: 'gongxin pull',
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: statementSeconds * 1000,
    // Should the server not even answer that it gave up.
    query_timeout: statementSeconds * 1000 + CONNECT_MS,
    options: '-c timezone=UTC -c datestyle=ISO -c default_transaction_read_only=on',
  });
  // A connection that breaks between questions tells the next question.
  client.on('error', () => undefined);
  const ask = async (text: string, values: readonly unknown[] = []) => {
    try {
      return (await client.query<(string | null)[]>({ text, values: [...values], rowMode: 'array' })).rows;
    } catch (error) {
      throw asSourceError(error);
    }
  };
  const close = async () => {
    await client.end().catch(() => undefined);
  };
  try {
    await client.connect();
    await ask('begin isolation level repeatable read read only');
  } catch (error) {
    await close();
    throw asSourceError(error);
  }
  return {
    async columnTypes({ schema, view }) {
      const rows = await ask(
        'select column_name, data_type from information_schema.columns where table_schema = $1 and table_name = $2',
        [schema, view],
      );
      return new Map(rows.map(([name, type]) => [String(name), String(type)]));
    },
    async hasEmptyWatermark(view, watermark) {
      const rows = await ask(`select 1 from ${viewOf(view)} where ${quoted(watermark)} is null limit 1`);
      return rows.length > 0;
    },
    async readPage(page) {
      return (await ask(
        pageText(page),
        page.from === undefined ? [] : [page.from],
      )) as unknown as SourceRow[];
    },
    close,
  };
}
