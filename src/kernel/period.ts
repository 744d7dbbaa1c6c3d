// Half-open periods of civil days: [from, until), open to the future where `until` is absent.
import { type CivilDate, compareDates } from './civil-date.ts';

/** From the first day that belongs to it until the first day that no longer does. */
export interface Period {
  readonly from: CivilDate;
  readonly until?: CivilDate | undefined;
}

/** Whether no day lies in the period. */
export function isEmpty(period: Period): boolean {
  return period.until !== undefined && period.until <= period.from;
}

/** Whether the day lies in the period: on `from` yes, on `until` no. */
export function contains(period: Period, date: CivilDate): boolean {
  return period.from <= date && (period.until === undefined || date < period.until);
}

/** The days both periods have, or undefined when there are none. */
export function intersect(a: Period, b: Period): Period | undefined {
  const from = compareDates(a.from, b.from) < 0 ? b.from : a.from;
  const until = a.until === undefined || (b.until !== undefined && b.until < a.until) ? b.until : a.until;
  const both: Period = until === undefined ? { from } : { from, until };
  return isEmpty(both) ? undefined : both;
}

/** Whether some day lies in both; periods that only touch don't overlap. */
export function overlaps(a: Period, b: Period): boolean {
  return intersect(a, b) !== undefined;
}
