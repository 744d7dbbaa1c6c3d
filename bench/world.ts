/** A platform of its own for a bench: real settings (fsync on), an empty data folder, law and catalogue loaded. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../src/app/database.ts';
import { loadData } from '../src/app/load-data.ts';
import { createPlatform } from '../src/app/platform.ts';
import { loadConfig } from '../src/platform/config.ts';
import { closeDatabases, raw } from '../src/platform/db/index.ts';
import { prepareDatabase } from '../src/platform/db/prepare.ts';
import type { Platform } from '../src/platform/index.ts';
import { createLog } from '../src/platform/log.ts';

/** A world to measure in. */
export interface BenchWorld {
  platform: Platform;
  /** The settings of the server that decide figures. */
  settings: Record<string, string>;
  close(): Promise<void>;
}

const SETTINGS = [
  'server_version',
  'shared_buffers',
  'max_wal_size',
  'fsync',
  'synchronous_commit',
  'work_mem',
];

/** Opens the world; everything of it is deleted by `close`. */
export async function openBenchWorld(): Promise<BenchWorld> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gongxin-bench-'));
  const config = loadConfig({
    GONGXIN_DATA: folder,
    GONGXIN_DEMO: '0',
    GONGXIN_LOG_LEVEL: 'warn',
    PORT: '0',
  });
  const database = await openDatabase(config);
  const { endpoints } = await prepareDatabase(database.migrator, folder);
  const platform = await createPlatform(config, endpoints, createLog(config.logLevel), 'bench');
  await loadData(platform);
  const settings: Record<string, string> = {};
  for (const name of SETTINGS) {
    const [row] = await platform.db.app.query<Record<string, string>>(raw(`show ${name}`));
    settings[name] = Object.values(row ?? {})[0] ?? '';
  }
  return {
    platform,
    settings,
    async close() {
      await closeDatabases(platform.db);
      await database.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The value below which `share` of the figures lie. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
