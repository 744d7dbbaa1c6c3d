/** Loads the demo city into the database of a sign-in, alone: nobody else may work on it meanwhile. */
import type { Config } from '../../platform/config.ts';
import type { Endpoint } from '../../platform/db/endpoint.ts';
import { closeDatabases } from '../../platform/db/index.ts';
import { holdInstanceLock } from '../../platform/db/instance-lock.ts';
import { prepareDatabase } from '../../platform/db/prepare.ts';
import type { Words } from '../../platform/language.ts';
import { createLog } from '../../platform/log.ts';
import { loadDemoCity } from '../demo/index.ts';
import { loadData } from '../load-data.ts';
import { allHandlers } from '../modules.ts';
import { createPlatform } from '../platform.ts';

/** How large a city; the same seed makes the same one. */
export type CitySize = { readonly organisations?: number; readonly seed?: number };

/**
 * Migrates, loads law and catalogue, then the city.
 * @returns whether anything was loaded; false when the database has units already
 * @throws AlreadyRunning
 */
export async function loadInto(
  config: Config,
  migrator: Endpoint,
  size: CitySize,
  report: (words: Words) => void,
): Promise<boolean> {
  // A platform that runs on this database loads the city itself; two at once would hand everything in twice.
  const lock = await holdInstanceLock(migrator, 'gongxin demo', () => undefined);
  try {
    const { endpoints } = await prepareDatabase(migrator, config.dataFolder);
    const platform = await createPlatform(config, endpoints, createLog(config.logLevel), 'demo');
    try {
      await loadData(platform);
      return await loadDemoCity(platform, { handlersOf: allHandlers, ...size }, report);
    } finally {
      await closeDatabases(platform.db);
    }
  } finally {
    await lock.release();
  }
}
