/** From a migrator's sign-in to a database ready for use: fit, roles made, schema and job tables at their newest. */
import { migrateJobs } from '../jobs/grants.ts';
import { databaseOn } from './database.ts';
import type { Endpoint } from './endpoint.ts';
import { requireFitDatabase } from './fitness.ts';
import type { Endpoints } from './index.ts';
import { migrate } from './migrate.ts';
import { openPool } from './pool.ts';
import { prepareRoles } from './roles.ts';

/** What was done, for the launcher's lines. */
export type Prepared = { readonly endpoints: Endpoints; readonly applied: readonly string[] };

/** Brings a database to the state that the program expects; does nothing where nothing is to be done. */
export async function prepareDatabase(migrator: Endpoint, dataFolder: string): Promise<Prepared> {
  await requireFitDatabase(migrator);
  const endpoints = await prepareRoles(migrator, dataFolder);
  const db = databaseOn(openPool(migrator, { size: 2, name: 'gongxin migrate' }));
  try {
    const applied = await migrate(db);
    await migrateJobs(db);
    return { endpoints, applied };
  } finally {
    await db.close();
  }
}
