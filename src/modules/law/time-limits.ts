/** Finds how many working days the law gives from a decision to its publication. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { contains } from '../../kernel/period.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { TimeLimit } from './law-data.ts';
import { selectTimeLimits } from './queries.ts';

/** All limits from the decision on for an item, past ones included. */
export function listTimeLimits(db: Queryable, item: string): Promise<TimeLimit[]> {
  return db.query<TimeLimit>(selectTimeLimits(item));
}

/** The limit for a decision of `date` by an authority of `sector`: a sector's own limit goes before the general one. */
export async function findTimeLimit(
  db: Queryable,
  item: string,
  sector: string | undefined,
  date: CivilDate,
): Promise<TimeLimit | undefined> {
  return pickTimeLimit(await listTimeLimits(db, item), sector, date);
}

/** The same among limits already read. */
export function pickTimeLimit(
  limits: readonly TimeLimit[],
  sector: string | undefined,
  date: CivilDate,
): TimeLimit | undefined {
  const inForce = limits.filter(({ from, until }) =>
    contains(until === null ? { from } : { from, until }, date),
  );
  return inForce.find((limit) => limit.sector === sector) ?? inForce.find((limit) => limit.sector === null);
}
