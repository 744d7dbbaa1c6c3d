/** A platform of its own for the proof, on an embedded server with fsync on; the department's database stands beside it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadData } from '../../../src/app/load-data.ts';
import { createPlatform } from '../../../src/app/platform.ts';
import { loadConfig } from '../../../src/platform/config.ts';
import { closeDatabases } from '../../../src/platform/db/index.ts';
import { prepareDatabase } from '../../../src/platform/db/prepare.ts';
import { createLog } from '../../../src/platform/log.ts';
import { destroyEmbeddedServer, openEmbeddedServer } from '../../../src/platform/postgres/index.ts';
import type { TestWorld } from '../../../src/platform/testing.ts';

/** What the proof needs of a world; the tests' is one. */
export type ProofWorld = Pick<TestWorld, 'platform' | 'db' | 'endpoints' | 'superuser' | 'close'>;

/** Opens one; `close` deletes it. */
export async function openProofWorld(): Promise<ProofWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongxin-pull-'));
  const server = await openEmbeddedServer(folder, { durable: true });
  const { endpoints } = await prepareDatabase(server.migrator, folder);
  const config = loadConfig({ GONGXIN_DATA: folder, GONGXIN_DEMO: '0', GONGXIN_LOG_LEVEL: 'warn' });
  const platform = await createPlatform(config, endpoints, createLog('warn'), 'proof');
  await loadData(platform);
  return {
    platform,
    db: platform.db,
    endpoints,
    superuser: server.superuser,
    async close() {
      await closeDatabases(platform.db);
      await server.stop();
      await destroyEmbeddedServer(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
