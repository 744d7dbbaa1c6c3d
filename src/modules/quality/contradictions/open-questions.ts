/** What departments have to mend in their data, for the daily self-check: contradictions, and months short of the register. */
import { addDays, addMonths, type CivilDate } from '../../../kernel/civil-date.ts';
import { addWorkingDays, type Calendar } from '../../../kernel/working-days.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import { periodOf } from '../league/period.ts';
import { belowRegister, openContradictions } from '../queries/contradictions.ts';

/** A contradiction that stands, by the numbers of the records. */
export interface OpenContradiction {
  readonly contradictionId: string;
  readonly kind: string;
  readonly owner: string;
  readonly item: string;
  readonly recordRefs: readonly string[];
}

export function listOpenContradictions(db: Queryable): Promise<OpenContradiction[]> {
  return db.query<OpenContradiction>(openContradictions());
}

/** A month for which a unit declares more decisions than it handed in. */
export interface MonthBelowRegister {
  readonly unit: string;
  readonly item: string;
  /** First day of the month. */
  readonly month: CivilDate;
  readonly declared: number;
  readonly records: number;
}

/** Working days after the end of a month until it is asked about: the longest legal limit of a decision is 20. */
const PATIENCE = 20;

/** Months of the last year, once every legal limit for their decisions has run out. */
export async function listMonthsBelowRegister(
  db: Queryable,
  calendar: Calendar,
  today: CivilDate,
): Promise<MonthBelowRegister[]> {
  const { from, until } = periodOf(today);
  const months = await db.query<MonthBelowRegister>(belowRegister(from, until));
  return months.filter(({ month }) => {
    const lastDay = addDays(addMonths(month, 1), -1);
    const asked = addWorkingDays(calendar, lastDay, PATIENCE);
    return asked.kind === 'fixed' && asked.date <= today;
  });
}
