/** graphile-worker's own schema: made by the migrator, used by gx_app, closed to everybody else. */
import { runMigrations } from 'graphile-worker';
import { type Db, raw } from '../db/index.ts';
import { quietLogger } from './logger.ts';

const tables = ['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'];

/** Brings the job tables to the newest version and lets gx_app work with them; does nothing when that is so already. */
export async function migrateJobs(migrator: Db): Promise<void> {
  await runMigrations({ pgPool: migrator.pool, logger: quietLogger });
  const statements = [
    'grant usage on schema graphile_worker to gx_app',
    'grant select, insert, update, delete on all tables in schema graphile_worker to gx_app',
    'grant usage, select on all sequences in schema graphile_worker to gx_app',
    'grant execute on all functions in schema graphile_worker to gx_app',
    'revoke insert, update, delete on graphile_worker.migrations from gx_app',
    // The tables come with row-level security and no policy: without these lines gx_app would see an empty queue.
    ...tables.flatMap((table) => [
      `drop policy if exists gx_app_all on graphile_worker.${table}`,
      `create policy gx_app_all on graphile_worker.${table} for all to gx_app using (true) with check (true)`,
    ]),
  ];
  await migrator.transaction(async (tx) => {
    for (const statement of statements) await tx.query(raw(statement));
  });
}
