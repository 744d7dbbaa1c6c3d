/** What timeliness and number gaps are computed from; read inside the unit's own recount. */
import type { Queryable } from '../../platform/db/index.ts';
import { firstVersionDates, standingNumbers } from './queries/clock-facts.ts';

/** How many records share these three dates. */
export interface RecordDates {
  decided_on: string;
  handed_in_on: string;
  accepted_on: string;
  records: number;
}

/** First versions, grouped by decision, handing-in and acceptance. */
export function listRecordDates(db: Queryable, unit: string, item: string): Promise<RecordDates[]> {
  return db.query(firstVersionDates(unit, item));
}

/** The document numbers that stand. */
export async function listDecisionNumbers(db: Queryable, unit: string, item: string): Promise<string[]> {
  return (await db.query<{ decision_no: string }>(standingNumbers(unit, item))).map((row) => row.decision_no);
}
