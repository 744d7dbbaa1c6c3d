/** Counts and chooses the subjects of a bulk export, for the disclosure gate alone; the database asks for its duty. */
import type { Queryable } from '../../platform/db/index.ts';
import { type BulkFilter, countBulk, subjectsOfBulk } from './queries/bulk.ts';

/** How many subjects and standing records a filter finds. */
export function countForBulk(
  db: Queryable,
  filter: BulkFilter,
): Promise<{ readonly subjects: number; readonly records: number }> {
  return db.one(countBulk(filter));
}

/** The subjects' numbers, ascending, at most `limit`. */
export async function listSubjectsForBulk(
  db: Queryable,
  filter: BulkFilter,
  limit: number,
): Promise<string[]> {
  return (await db.query<{ id: string }>(subjectsOfBulk(filter, limit))).map(({ id }) => id);
}
