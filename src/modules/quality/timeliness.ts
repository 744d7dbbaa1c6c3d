/** The two clocks per record, counted per month of decision: handed in on time, and public on time. */

import type { CivilDate } from '../../kernel/civil-date.ts';
import { type Calendar, workingDaysBetween } from '../../kernel/working-days.ts';
import type { RecordDates } from '../records/index.ts';

/** Figures of one month of decision. */
export interface MonthFigures {
  /** First day of the month. */
  month: string;
  records: number;
  /** Decision → handed in within the limit: the unit's share. */
  handedInOnTime: number;
  /** Decision → public within the limit: the law's own measure. The platform's share is the difference. */
  publicOnTime: number;
  /** Records in no share: the calendar of their year is not published, no limit was in force, or they are not public. */
  unfixed: number;
  /** Working days from decision to handing in, summed over the records that could be counted. */
  workingDays: number;
}

/** Limits in working days by date of decision; undefined where no limit was in force. */
export type LimitOn = (decidedOn: string) => number | undefined;

/**
 * Counts records by month of decision. Day 1 is the first working day after the decision (State Council notices; the
 * limit itself is a dated row of the law data). A record of a year without a published calendar is never called late, nor
 * is one that waits for its class or is not published at all (slight misconduct).
 */
export function countTimeliness(
  calendar: Calendar,
  dates: readonly RecordDates[],
  limitOn: LimitOn,
): MonthFigures[] {
  const months = new Map<string, MonthFigures>();
  for (const { decided_on, handed_in_on, public_on, records } of dates) {
    const month = `${decided_on.slice(0, 7)}-01`;
    const figures = months.get(month) ?? {
      month,
      records: 0,
      handedInOnTime: 0,
      publicOnTime: 0,
      unfixed: 0,
      workingDays: 0,
    };
    months.set(month, figures);
    figures.records += records;
    const limit = limitOn(decided_on);
    const toHandedIn = workingDaysBetween(calendar, decided_on as CivilDate, handed_in_on as CivilDate);
    const toPublic =
      public_on === null
        ? undefined
        : workingDaysBetween(calendar, decided_on as CivilDate, public_on as CivilDate);
    if (limit === undefined || toHandedIn === undefined || toPublic === undefined) {
      figures.unfixed += records;
      continue;
    }
    figures.workingDays += toHandedIn * records;
    if (toHandedIn <= limit) figures.handedInOnTime += records;
    if (toPublic <= limit) figures.publicOnTime += records;
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
