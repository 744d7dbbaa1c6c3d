/** Reads what several departments state of the same organisations, for quality's comparison. */
import type { Queryable } from '../../platform/db/index.ts';
import { type FactField, statedFacts, subjectsOfSubmissions } from './queries/stated-facts.ts';

/** One department's latest statement of one kind of fact. */
export interface StatedFact {
  readonly subjectId: string;
  readonly kind: string;
  readonly unit: string;
  readonly item: string;
  readonly recordId: string;
  readonly version: number;
  readonly decidedOn: string;
  readonly value: string;
}

/** Statements of organisations of which at least two units stated the kind; those of one organisation and kind follow each other. */
export function listStatedFacts(
  db: Queryable,
  subjects: readonly string[],
  fields: readonly FactField[],
): Promise<StatedFact[]> {
  return db.query<StatedFact>(statedFacts(subjects, fields));
}

/** The organisations that submissions stated anything of, in items of these names. */
export async function listSubjectsOfSubmissions(
  db: Queryable,
  submissions: readonly string[],
  items: readonly string[],
): Promise<string[]> {
  return (await db.query<{ id: string }>(subjectsOfSubmissions(submissions, items))).map(({ id }) => id);
}
