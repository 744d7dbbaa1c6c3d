/** Runs a verb on the database: beside a running platform, or with the embedded server started for just this once. */
import type { Config } from '../../platform/config.ts';
import type { Endpoint } from '../../platform/db/endpoint.ts';
import { openDatabase } from '../database.ts';

/** Opens the database for `run`; an embedded server that was not running before is stopped afterwards. */
export async function withDatabase<T>(config: Config, run: (migrator: Endpoint) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  try {
    return await run(database.migrator);
  } finally {
    // One that ran already belongs to the running platform (or to the next start, after a crash).
    if (database.kind === 'embedded') await database.stop();
  }
}
