/** The fixed civil date of tests: one row that only the migrator may write and that no real installation has. */
import type { Db } from './database.ts';
import { sql } from './sql.ts';

/** The date that `platform.today()` is fixed on; undefined in every real installation. */
export async function findFixedToday(db: Db): Promise<string | undefined> {
  return (await db.maybe<{ date: string }>(sql`select fixed_on as date from platform.clock`))?.date;
}

/** Fixes `platform.today()` (tests only: start-up refuses such a database otherwise). */
export async function fixToday(migrator: Db, date: string): Promise<void> {
  await migrator.query(sql`insert into platform.clock (fixed_on) values (${date}::date)
    on conflict on constraint clock_pkey do update set fixed_on = excluded.fixed_on`);
}
