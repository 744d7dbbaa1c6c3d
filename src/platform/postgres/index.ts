/** The embedded PostgreSQL: one call gives a running server with the platform's own database in it. */
import { rmSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { type Endpoint, onDatabase, signInAs } from '../db/endpoint.ts';
import { openClient } from '../db/pool.ts';
import { scramVerifier } from '../db/roles.ts';
import { keepSecret } from '../secrets.ts';
import { findBinaries } from './binaries.ts';
import { ensureCluster, superuser } from './cluster.ts';
import { choosePlaces, type Places } from './places.ts';
import { readPidFile } from './postmaster.ts';
import { type RunningServer, startServer, stopServer } from './server.ts';
import { withStartLock } from './start-lock.ts';
import { keepAlive } from './watch.ts';

export const databaseName = 'gongxin';
export const migratorRole = 'gx_migrator';

/** A running embedded server. */
export type EmbeddedServer = {
  /** The migrator's sign-in to the platform's database. */
  readonly migrator: Endpoint;
  /** The superuser's sign-in, for the launcher and the tests alone. */
  readonly superuser: Endpoint;
  /** Whether it had been left running by a crash. */
  readonly adopted: boolean;
  readonly places: Places;
  /** Starts it again whenever it dies, until `stop`; `onDeath` is told each time. */
  watch(onDeath: (detail: string) => void): void;
  stop(): Promise<void>;
};

async function ensureDatabase(client: pg.Client, password: string): Promise<void> {
  const roles = await client.query('select from pg_roles where rolname = $1', [migratorRole]);
  if (roles.rowCount === 0) {
    await client.query(`create role ${migratorRole} login createrole password '${scramVerifier(password)}'`);
  }
  const databases = await client.query('select from pg_database where datname = $1', [databaseName]);
  if (databases.rowCount === 0) await client.query(`create database ${databaseName} owner ${migratorRole}`);
}

/** Lets the migrator sweep the write-ahead log after an erasure; with a server of one's own its administrator does. */
async function allowSweeping(superuserOnDatabase: Endpoint): Promise<void> {
  const client = await openClient(superuserOnDatabase, 'gongxin launcher');
  try {
    await client.query(`grant pg_checkpoint to ${migratorRole}`);
    await client.query(`grant execute on function pg_switch_wal() to ${migratorRole}`);
  } finally {
    await client.end();
  }
}

/** Starts (or adopts) the server of a data folder; makes cluster, migrator and database on first use. */
export async function openEmbeddedServer(
  dataFolder: string,
  options: { readonly durable: boolean },
): Promise<EmbeddedServer> {
  const bin = findBinaries();
  const places = choosePlaces(dataFolder);
  const secret = (name: string) => keepSecret(dataFolder, name).value;
  const superuserEndpoint: Endpoint = {
    host: places.socket,
    port: 5432,
    database: 'postgres',
    user: superuser,
    password: secret(superuser),
  };
  let server: RunningServer = await withStartLock(dataFolder, async () => {
    await ensureCluster(bin, places, superuserEndpoint.password, { sync: options.durable });
    return startServer(bin, places, options.durable);
  });
  const watcher = keepAlive({
    isStopped: false,
    places,
    current: () => server,
    restart: async () => {
      server = await startServer(bin, places, options.durable);
    },
  });
  async function stop(): Promise<void> {
    watcher.isStopped = true;
    await stopServer(places.cluster, server.pid);
  }
  try {
    const client = await openClient(superuserEndpoint, 'gongxin launcher');
    try {
      await ensureDatabase(client, secret(migratorRole));
    } finally {
      await client.end();
    }
    await allowSweeping(onDatabase(superuserEndpoint, databaseName));
  } catch (error) {
    // An adopted server may be another program's at work; only what we started do we stop.
    if (!server.adopted) await stop();
    throw error;
  }
  return {
    superuser: superuserEndpoint,
    migrator: onDatabase(signInAs(superuserEndpoint, migratorRole, secret(migratorRole)), databaseName),
    adopted: server.adopted,
    places,
    watch: watcher.watch,
    stop,
  };
}

/** Stops the server of a data folder and deletes cluster and folder: for the folders of test runs only. */
export async function destroyEmbeddedServer(dataFolder: string): Promise<void> {
  const places = choosePlaces(dataFolder);
  const file = readPidFile(places.cluster);
  if (file) await stopServer(places.cluster, file.pid, 'SIGQUIT');
  rmSync(path.dirname(places.cluster), { recursive: true, force: true });
  rmSync(dataFolder, { recursive: true, force: true });
}
