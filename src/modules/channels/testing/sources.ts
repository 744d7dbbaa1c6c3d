/** For tests: a department's database with penalties in a view, on a real PostgreSQL and a real MariaDB. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { randomToken } from '../../../platform/crypto.ts';
import { type Endpoint, onDatabase } from '../../../platform/db/endpoint.ts';
import { openClient } from '../../../platform/db/pool.ts';
import type { Platform } from '../../../platform/index.ts';
import type { PullDefinition } from '../pull/pull-source.ts';
import { putSource } from '../queries/pull-sources.ts';
import type { TestMariadb } from './mariadb.ts';
import type { TcpDoor } from './tcp-door.ts';

/** The columns of the view, beside `id` and `changed_at`, as the fields of a penalty. */
export const PENALTY_COLUMNS: Readonly<Record<string, string>> = {
  party: 'CF_XDR_MC',
  kind: 'CF_XDR_LB',
  code: 'CF_XDR_SHXYM',
  chief: 'CF_FRDB',
  doc_no: 'CF_WSH',
  conduct: 'CF_WFXW',
  facts: 'CF_SY',
  basis: 'CF_YJ',
  class: 'CF_CFLB',
  content: 'CF_NR',
  fine: 'CF_NR_FK',
  decided: 'CF_JDRQ',
  until_day: 'CF_YXQ',
  body: 'CF_CFJG',
  body_code: 'CF_CFJGDM',
  source: 'CF_SJLY',
  source_code: 'CF_SJLYDM',
};

const dates = new Set(['decided', 'until_day']);
const typeOf = (name: string) =>
  dates.has(name) ? 'date' : name === 'fine' ? 'decimal(18, 6)' : 'varchar(500)';

/** One department's database. */
export type TestSource = {
  readonly name: string;
  readonly definition: PullDefinition;
  readonly password: string;
  /** Runs statements as the owner of the tables. */
  run(...statements: readonly string[]): Promise<void>;
  /** Writes rows of penalties; `changed` is the watermark, a whole number of seconds. */
  add(rows: readonly { id: number; changed: number; row: Readonly<Record<string, string>> }[]): Promise<void>;
};

const PASSWORD = 'reader of one view';
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const instant = (seconds: number) =>
  new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

function tableOf(timestamp: string): string {
  const columns = Object.keys(PENALTY_COLUMNS).map((name) => `${name} ${typeOf(name)}`);
  return `create table decision (id bigint primary key, changed_at ${timestamp}, ${columns.join(', ')})`;
}

function sourceOf(
  name: string,
  at: Pick<PullDefinition, 'driver' | 'port' | 'database' | 'schema'>,
  run: TestSource['run'],
): TestSource {
  return {
    name,
    password: PASSWORD,
    definition: {
      host: '127.0.0.1',
      user: 'gongxin_reader',
      secret: 'reader',
      tls: false,
      view: 'v_penalty',
      columns: PENALTY_COLUMNS,
      watermark: 'changed_at',
      pageSize: 10,
      rowsPerSecond: 1_000_000,
      everyMinutes: 30,
      statementSeconds: 2,
      ...at,
    },
    run,
    async add(rows) {
      if (rows.length === 0) return;
      const lines = rows.map(({ id, changed, row }) => {
        const cells = Object.entries(PENALTY_COLUMNS).map(([column, code]) => {
          const text = row[code] ?? '';
          return text === '' ? 'null' : quoted(dates.has(column) ? text.replaceAll('/', '-') : text);
        });
        return `(${id}, ${quoted(instant(changed))}, ${cells.join(', ')})`;
      });
      await run(
        `insert into decision (id, changed_at, ${Object.keys(PENALTY_COLUMNS).join(', ')}) values ${lines.join(', ')}`,
      );
    },
  };
}

/** Another database on the tests' server, with a reader of its own. */
export async function postgresqlSource(superuser: Endpoint, { port }: TcpDoor): Promise<TestSource> {
  const database = `source_${randomToken(9).replaceAll(/[-_]/g, 'a').toLowerCase()}`;
  const reader = 'gongxin_reader';
  const on = async (endpoint: Endpoint, statements: readonly string[]) => {
    const client = await openClient(endpoint, 'test source');
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await on(superuser, [
    `do $$ begin create role ${reader} login password '${PASSWORD}';
      exception when duplicate_object or unique_violation then null; end $$`,
    `create database ${database}`,
  ]);
  const run: TestSource['run'] = (...statements) => on(onDatabase(superuser, database), statements);
  await run(
    tableOf('timestamp(6)'),
    'create view v_penalty as select * from decision',
    `grant select on v_penalty to ${reader}`,
  );
  return sourceOf('PostgreSQL', { driver: 'postgresql', port, database, schema: 'public' }, run);
}

/** A database on a MariaDB of the test's own. */
export async function mariadbSource(server: TestMariadb, database = 'licensing'): Promise<TestSource> {
  await server.run(
    `create database ${database}`,
    `create user if not exists gongxin_reader identified by '${PASSWORD}'`,
  );
  const run: TestSource['run'] = (...statements) =>
    server.run(...statements.map((text) => text.replace(/\b(decision|v_penalty)\b/g, `${database}.$1`)));
  await run(
    tableOf('datetime(6)'),
    'create view v_penalty as select * from decision',
    'grant select on v_penalty to gongxin_reader',
  );
  return sourceOf('MariaDB', { driver: 'mysql', port: server.port, database, schema: database }, run);
}

/** A platform that may read these sources, with the unit's password file in place. */
export async function platformReading(
  platform: Platform,
  unit: string,
  sources: readonly TestSource[],
): Promise<Platform> {
  const { config } = platform;
  const pullSecrets = path.join(config.dataFolder, 'secrets', 'pull');
  await mkdir(path.join(pullSecrets, unit), { recursive: true });
  await writeFile(path.join(pullSecrets, unit, 'reader'), `${PASSWORD}\n`);
  const pullHosts = sources.map(({ definition: { host, port } }) => `${host}:${port}`);
  return { ...platform, config: { ...config, channels: { ...config.channels, pullHosts, pullSecrets } } };
}

/** Puts a source down as if it had been asked for and approved. */
export async function approvedSource(
  platform: Platform,
  source: { unit: string; name: string; item?: string; sourceId: string; definition: PullDefinition },
): Promise<void> {
  const at = platform.clock.now();
  const whole = { item: 'administrative-penalty', ...source, at, by: 'account:1', approvedBy: 'account:2' };
  await putSource(platform.db.app, whole);
}
