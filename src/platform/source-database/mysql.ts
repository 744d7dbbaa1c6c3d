/** A department's MariaDB or MySQL, read in one read-only snapshot. */
import type { PageQuestion, SourceAddress, SourceConnection, SourceRow } from './source-database.ts';
import { asSourceError } from './source-faults.ts';

const CONNECT_MS = 10_000;
const quoted = (name: string) => `\`${name.replaceAll('`', '``')}\``;
const viewOf = ({ schema, view }: { schema: string; view: string }) => `${quoted(schema)}.${quoted(view)}`;

/** A text compared with a whole number would be compared as a floating one, which loses digits. */
function typed(type: string): string {
  if (type === 'date') return 'date';
  return type === 'datetime' || type === 'timestamp' ? 'datetime(6)' : 'decimal(38, 6)';
}

function pageText(page: PageQuestion): string {
  const columns = [page.watermark, ...page.columns].map((name) => `cast(v.${quoted(name)} as char)`);
  const mark = `v.${quoted(page.watermark)}`;
  const since = page.from === undefined ? '' : ` and ${mark} >= cast(? as ${typed(page.watermarkType)})`;
  return `select ${columns.join(', ')} from ${viewOf(page)} v where ${mark} is not null${since}
    order by ${mark} limit ${page.limit}`;
}

/** @throws SourceError */
export async function openMysql(address: SourceAddress): Promise<SourceConnection> {
  const { host, port, database, user, password, tls, statementSeconds } = address;
  // Only installations that pull from such a source load its client.
  const { createConnection } = await import('mysql2/promise');
  const connection = await createConnection({
    host,
    port,
    database,
    user,
    password,
    ...(tls ? { ssl: { rejectUnauthorized: true } } : {}),
    charset: 'utf8mb4',
    connectTimeout: CONNECT_MS,
    // A hostile server may ask for files of ours.
    flags: ['-LOCAL_FILES'],
  }).catch((error: unknown) => {
    throw asSourceError(error);
  });
  connection.on('error', () => undefined);
  const timeout = statementSeconds * 1000 + CONNECT_MS;
  const ask = async (text: string, values: readonly string[] = []) => {
    try {
      const [rows] = await connection.execute({ sql: text, values: [...values], timeout, rowsAsArray: true });
      return rows as unknown as (string | null)[][];
    } catch (error) {
      throw asSourceError(error);
    }
  };
  const close = async () => {
    // A source that hangs would not say goodbye either.
    connection.destroy();
  };
  try {
    const [[version = ''] = []] = await ask('select version()');
    const limit = String(version).includes('MariaDB')
      ? `set session max_statement_time = ${statementSeconds}`
      : `set session max_execution_time = ${statementSeconds * 1000}`;
    for (const text of [limit, "set session time_zone = '+00:00'"]) await connection.query(text);
    await connection.query('set session transaction isolation level repeatable read, read only');
    await connection.query('start transaction with consistent snapshot, read only');
  } catch (error) {
    await close();
    throw asSourceError(error);
  }
  return {
    async columnTypes({ schema, view }) {
      const rows = await ask(
        'select column_name, data_type from information_schema.columns where table_schema = ? and table_name = ?',
        [schema, view],
      );
      return new Map(rows.map(([name, type]) => [String(name), String(type)]));
    },
    async hasEmptyWatermark(view, watermark) {
      return (
        (await ask(`select 1 from ${viewOf(view)} where ${quoted(watermark)} is null limit 1`)).length > 0
      );
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
