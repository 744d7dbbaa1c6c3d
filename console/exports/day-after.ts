/** The civil day after another: people give the last day of a period, the API takes the day after it. */
import { addDays, type CivilDate } from '../../src/kernel/civil-date.ts';

/** `day` as a date field gives it, YYYY-MM-DD. */
export function dayAfter(day: string): string {
  return addDays(day as CivilDate, 1);
}
