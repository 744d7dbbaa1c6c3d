// The whole server as it describes itself, built without a database: routes are added from code alone.
import { buildApp } from '../../../src/app/server.ts';
import { fixedClock } from '../../../src/platform/clock.ts';
import { loadConfig } from '../../../src/platform/config.ts';
import type { Endpoint } from '../../../src/platform/db/endpoint.ts';
import { closeDatabases, openDatabases } from '../../../src/platform/db/index.ts';
import { openFileStore } from '../../../src/platform/file-store.ts';
import type { ApiDocument } from '../../../src/platform/http/openapi-document.ts';
import type { Door } from '../../../src/platform/http/server-type.ts';
import { openJobs } from '../../../src/platform/jobs/index.ts';
import { createLog } from '../../../src/platform/log.ts';

/** What pages are made from. */
export interface DescribedServer {
  doors: readonly Door[];
  document: ApiDocument;
}

const nowhere: Endpoint = { host: '/nowhere', port: 1, database: 'none', user: 'nobody', password: '' };

/** Builds the server, asks it, and closes it; nothing is read or written. */
export async function describeServer(): Promise<DescribedServer> {
  const config = loadConfig({ GONGXIN_DEMO: '0', GONGXIN_DATA: '/nowhere', GONGXIN_LOG_LEVEL: 'silent' });
  const log = createLog(config.logLevel);
  const endpoints = { app: nowhere, portal: nowhere, migrator: nowhere };
  const db = openDatabases(endpoints, { poolSize: 2, name: 'gongxin generate' });
  const server = await buildApp({
    config,
    db,
    clock: fixedClock('2026-11-18'),
    files: openFileStore(config.dataFolder),
    jobs: openJobs(db.app, log),
    log,
  });
  try {
    return { doors: [...server.doors], document: server.apiDocument() };
  } finally {
    await server.close();
    await closeDatabases(db);
  }
}
