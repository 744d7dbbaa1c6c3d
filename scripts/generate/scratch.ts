// A database of one's own for the generators: an embedded server in a folder that is deleted afterwards.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig } from '../../src/platform/config.ts';
import type { Endpoint } from '../../src/platform/db/endpoint.ts';
import type { Endpoints } from '../../src/platform/db/index.ts';
import { prepareDatabase } from '../../src/platform/db/prepare.ts';
import { destroyEmbeddedServer, openEmbeddedServer } from '../../src/platform/postgres/index.ts';

/** A migrated database without data. */
export interface Scratch {
  endpoints: Endpoints;
  superuser: Endpoint;
  folder: string;
}

/**
 * Runs `work` on a freshly migrated database of an embedded server, in about five seconds, and removes both.
 * The folder is named as the tests name theirs, so that what a killed run leaves behind is swept by the next test run.
 */
export async function withScratch<T>(work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const folder = path.join(loadConfig({}).projectFolder, 'var', `test-generate-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, 'test-run.pid'), String(process.pid));
  try {
    const server = await openEmbeddedServer(folder, { durable: false });
    const { endpoints } = await prepareDatabase(server.migrator, folder);
    return await work({ endpoints, superuser: server.superuser, folder });
  } finally {
    await destroyEmbeddedServer(folder);
  }
}
