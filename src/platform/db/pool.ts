/** Connections: a pool per role, values read the way the platform wants them, and no error without a handler. */
import pg from 'pg';
import type { Endpoint } from './endpoint.ts';

const { builtins } = pg.types;
// pg's own list of type numbers leaves arrays out.
const textArray = 1009 as Parameters<typeof pg.types.getTypeParser>[0];
const readTextArray = pg.types.getTypeParser(textArray, 'text');

// Civil dates stay 'YYYY-MM-DD' (a Date would shift them by the zone), exact numbers stay text.
const readers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [1182, readTextArray],
  [1016, readTextArray],
  [1231, readTextArray],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const own = format === 'binary' ? undefined : readers.get(oid);
    return own ?? pg.types.getTypeParser(oid, format as 'text');
  },
};

/** How a pool behaves; `settings` are server settings of each of its sessions. */
export type PoolOptions = {
  readonly size: number;
  readonly name: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Told of connections that broke while idle; the pool itself replaces them. */
  readonly onError?: (error: Error) => void;
};

function clientConfig(endpoint: Endpoint, name: string, settings: Readonly<Record<string, string>> = {}) {
  const all: Record<string, string> = { timezone: 'UTC', ...settings };
  return {
    ...endpoint,
    types,
    application_name: name,
    options: Object.entries(all)
      .map(([key, value]) => `-c ${key}=${value}`)
      .join(' '),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  } satisfies pg.ClientConfig;
}

/** A pool that survives a lost server: broken connections are reported and replaced, never thrown. */
export function openPool(endpoint: Endpoint, options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...clientConfig(endpoint, options.name, options.settings),
    max: options.size,
    idleTimeoutMillis: 30_000,
  });
  const report = options.onError ?? (() => undefined);
  pool.on('error', report);
  // A checked-out client that loses its server emits as well; its running query fails and tells the caller.
  pool.on('connect', (client) => client.on('error', report));
  return pool;
}

/** One session outside any pool (locks, administration); the caller ends it. */
export async function openClient(endpoint: Endpoint, name: string): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(endpoint, name));
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
