/** Counts and chooses the subjects of a bulk export, for the disclosure gate alone; the database asks for its duty. */
import type { Queryable, Tx } from '../../platform/db/index.ts';
import { type BulkFilter, countBulk, limitStatements, subjectsOfBulk } from './queries/bulk.ts';

/** How many subjects and standing records a filter finds; the database breaks off (57014) after `milliseconds`. */
export async function countForBulk(
  tx: Tx,
  filter: BulkFilter,
  milliseconds: number,
): Promise<{ readonly subjects: number; readonly records: number }> {
  await tx.query(limitStatements(milliseconds));
  return tx.one(countBulk(filter));
}

/** The subjects' numbers, ascending, at most `limit`. */
export async function listSubjectsForBulk(
  db: Queryable,
  filter: BulkFilter,
  limit: number,
): Promise<string[]> {
  return (await db.query<{ id: string }>(subjectsOfBulk(filter, limit))).map(({ id }) => id);
}
