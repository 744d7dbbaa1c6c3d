/** Vitest's global set-up: one embedded server for the run, with a template database that holds schema and facts. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { loadConfig } from '../../platform/config.ts';
import { fixToday } from '../../platform/db/fixed-today.ts';
import { closeDatabases } from '../../platform/db/index.ts';
import { prepareDatabase } from '../../platform/db/prepare.ts';
import { createLog } from '../../platform/log.ts';
import { databaseName, destroyEmbeddedServer, openEmbeddedServer } from '../../platform/postgres/index.ts';
import { testToday } from '../../platform/testing.ts';
import { loadData } from '../load-data.ts';
import { createPlatform } from '../platform.ts';

const { projectFolder } = loadConfig({});
const runsFolder = path.join(projectFolder, 'var');
const ownerFile = 'test-run.pid';

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Removes what runs that were killed left behind, their servers included. */
async function sweepDeadRuns(): Promise<void> {
  for (const name of readdirSync(runsFolder).filter((entry) => entry.startsWith('test-'))) {
    const folder = path.join(runsFolder, name);
    let owner: number;
    try {
      owner = Number(readFileSync(path.join(folder, ownerFile), 'utf8'));
    } catch {
      // Swept by another run, or not a run of ours.
      continue;
    }
    if (!isAlive(owner)) await destroyEmbeddedServer(folder);
  }
}

/** Starts the server, makes the template, hands both to the test files; gives the tear-down. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  mkdirSync(runsFolder, { recursive: true });
  await sweepDeadRuns();
  const folder = path.join(runsFolder, `test-${process.pid}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(path.join(folder, ownerFile), String(process.pid));
  const server = await openEmbeddedServer(folder, { durable: false });
  try {
    const { endpoints } = await prepareDatabase(server.migrator, folder);
    const config = loadConfig({ GONGXIN_DATA: folder, GONGXIN_TESTING: '1', GONGXIN_DEMO: '0' });
    const platform = await createPlatform(config, endpoints, createLog('warn'), 'template');
    await fixToday(platform.db.migrator, testToday);
    await loadData(platform);
    await closeDatabases(platform.db);
    project.provide('testServer', { superuser: server.superuser, endpoints, template: databaseName, folder });
  } catch (error) {
    await destroyEmbeddedServer(folder);
    throw error;
  }
  return () => destroyEmbeddedServer(folder);
}
