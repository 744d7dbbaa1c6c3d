/** The counts of limited requests in the database, where all processes add theirs. */
import type { Queryable } from './database.ts';
import { sql } from './sql.ts';

/** A count under a key that tells nobody's address; `until` is when it ends, in milliseconds since 1970. */
export type RateCount = { readonly key: string; readonly points: number; readonly until: number };

/** Adds to the counts, begins anew those that had ended, and gives what all processes have counted together. */
export async function addRateCounts(
  db: Queryable,
  counts: readonly RateCount[],
  now: number,
): Promise<RateCount[]> {
  // Always in one order, so that two processes wait for each other instead of both being stopped.
  const sorted = counts.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const rows = await db.query<{ key: string; points: number; expire: string }>(sql`
    insert into platform.rate_limit as r (key, points, expire)
    select * from unnest(${sorted.map(({ key }) => key)}::text[], ${sorted.map(({ points }) => points)}::integer[],
      ${sorted.map(({ until }) => until)}::bigint[])
    on conflict (key) do update set
      points = case when r.expire > ${now}::bigint then r.points else 0 end + excluded.points,
      expire = case when r.expire > ${now}::bigint then r.expire else excluded.expire end
    returning key, points, expire`);
  return rows.map(({ key, points, expire }) => ({ key, points, until: Number(expire) }));
}

/** Takes away counts that ended before `now`. */
export async function dropEndedRateCounts(db: Queryable, now: number): Promise<void> {
  await db.query(sql`delete from platform.rate_limit where expire <= ${now}::bigint`);
}
