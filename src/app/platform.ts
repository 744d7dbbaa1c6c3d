/** Makes the platform of one process from its settings and its database sign-ins. */
import { fixedClock, systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { findFixedToday } from '../platform/db/fixed-today.ts';
import { closeDatabases, type Endpoints, openDatabases } from '../platform/db/index.ts';
import { openFileStore } from '../platform/file-store.ts';
import type { Platform } from '../platform/index.ts';
import { openJobs } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log.ts';

/** A database whose civil date is fixed, outside tests. */
export class FixedDate extends Error {
  override readonly name = 'FixedDate';
}

/**
 * Opens pools, files and jobs. The clock is the system's; only with `config.testing` may the database fix the date.
 * @throws FixedDate
 */
export async function createPlatform(
  config: Config,
  endpoints: Endpoints,
  log: Log,
  name: string,
): Promise<Platform> {
  const db = openDatabases(endpoints, {
    poolSize: config.poolSize,
    name: `gongxin ${name}`,
    onError: (error) => log.warn({ reason: error.message }, 'a database connection was lost'),
  });
  const fixedOn = await findFixedToday(db.migrator);
  if (fixedOn !== undefined && !config.testing) {
    await closeDatabases(db);
    throw new FixedDate(
      `数据库把“今天”固定为 ${fixedOn}，只有测试才允许。请执行 DELETE FROM platform.clock 后再启动。` +
        `The database fixes "today" on ${fixedOn}, which only tests may do. Run DELETE FROM platform.clock, then start again.`,
    );
  }
  return {
    config,
    db,
    clock: fixedOn === undefined ? systemClock : fixedClock(fixedOn),
    files: openFileStore(config.dataFolder),
    jobs: openJobs(db.app, log),
    log,
  };
}
