/** For tests: a database of their own, cloned from the migrated template, with the platform on it. */
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';
import { fixedClock } from './clock.ts';
import { type Config, loadConfig } from './config.ts';
import { randomToken } from './crypto.ts';
import { type Endpoint, onDatabase } from './db/endpoint.ts';
import { closeDatabases, type Databases, type Endpoints, openDatabases } from './db/index.ts';
import { openClient } from './db/pool.ts';
import { closeDatabaseToOthers } from './db/roles.ts';
import { openFileStore } from './file-store.ts';
import type { Platform } from './index.ts';
import { openJobs } from './jobs/index.ts';
import { createLog } from './log.ts';

/** The civil date of all tests, in `clock.today()` and in SQL's `platform.today()`. */
export const testToday = '2026-11-18';

/** What the run's global set-up hands to every test file. */
export type TestServer = {
  readonly superuser: Endpoint;
  readonly endpoints: Endpoints;
  readonly template: string;
  /** A folder that is deleted after the run. */
  readonly folder: string;
};

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer;
  }
}

/** A test file's own world; close it in `afterAll`. */
export type TestWorld = {
  readonly platform: Platform;
  readonly db: Databases;
  /** The sign-ins, for tests that start processes. */
  readonly endpoints: Endpoints;
  /** The server's superuser on this database, to look at what no role may. */
  readonly superuser: Endpoint;
  close(): Promise<void>;
};

async function onServer(superuser: Endpoint, ...statements: readonly string[]): Promise<void> {
  const client = await openClient(superuser, 'gongxin test set-up');
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function testConfig(dataFolder: string): Config {
  return loadConfig({
    GONGXIN_DATA: dataFolder,
    GONGXIN_TESTING: '1',
    GONGXIN_DEMO: '0',
    GONGXIN_LOG_LEVEL: 'silent',
    GONGXIN_POOL: '8',
    PORT: '0',
  });
}

/** The platform on a database: real roles, real files in `folder`, a clock that stands on `testToday`. */
function platformOn(endpoints: Endpoints, folder: string): Platform {
  const config = testConfig(folder);
  const log = createLog(config.logLevel);
  const db = openDatabases(endpoints, { poolSize: config.poolSize, name: 'gongxin test' });
  return {
    config,
    db,
    clock: fixedClock(testToday),
    files: openFileStore(folder),
    jobs: openJobs(db.app, log),
    log,
  };
}

/**
 * Clones the template (schema, law, catalogue, calendars; no records) for one test file, in about 20 ms.
 * The pools sign in as the real roles, so grants are tested with everything else.
 */
export async function testDatabase(): Promise<TestWorld> {
  const server = inject('testServer');
  const name = `test_${randomToken(9).replaceAll('-', 'a').replaceAll('_', 'b').toLowerCase()}`;
  await onServer(
    server.superuser,
    `create database ${name} template ${server.template} strategy file_copy owner ${server.endpoints.migrator.user}`,
  );
  const endpoints: Endpoints = {
    app: onDatabase(server.endpoints.app, name),
    portal: onDatabase(server.endpoints.portal, name),
    migrator: onDatabase(server.endpoints.migrator, name),
  };
  const migrator = await openClient(endpoints.migrator, 'gongxin test set-up');
  await closeDatabaseToOthers(migrator, name);
  await migrator.end();
  const folder = await mkdtemp(path.join(server.folder, 'data-'));
  const platform = platformOn(endpoints, folder);
  return {
    platform,
    db: platform.db,
    endpoints,
    superuser: onDatabase(server.superuser, name),
    async close() {
      await closeDatabases(platform.db);
      await onServer(server.superuser, `drop database ${name} with (force)`);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
