/** What timeliness and number gaps are computed from; read inside the unit's own recount. */
import type { Queryable } from '../../platform/db/index.ts';
import { recordDates, standingNumbers, versionsBySubmission } from './queries/clock-facts.ts';

/** How many records share these three dates, and of how many the unit mended what it had handed in. */
export interface RecordDates {
  decided_on: string;
  handed_in_on: string;
  /** Null: not made public. */
  public_on: string | null;
  records: number;
  corrected: number;
}

/** Standing records grouped by decision, first handing in and first publication. */
export function listRecordDates(
  db: Queryable,
  unit: string,
  item: string,
  kind: { readonly adverse: boolean; readonly isPublic: boolean },
): Promise<RecordDates[]> {
  return db.query(recordDates(unit, item, kind));
}

/** The document numbers that stand. */
export async function listDecisionNumbers(db: Queryable, unit: string, item: string): Promise<string[]> {
  return (await db.query<{ decision_no: string }>(standingNumbers(unit, item))).map((row) => row.decision_no);
}

/** How many versions of an organisation's records came of each submission; what else it held is about people. */
export async function countVersionsBySubmission(
  db: Queryable,
  unit: string,
  item: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ submissionId: string; versions: number }>(versionsBySubmission(unit, item));
  return new Map(rows.map(({ submissionId, versions }) => [submissionId, versions]));
}
