/** Numbers the working days of the published years, so that days between two dates are a subtraction. */
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { type Calendar, isWorkingDay } from '../../kernel/working-days.ts';

/** A day with the number of working days up to and including it, counted from the first published year. */
export interface WorkingDayRow {
  readonly day: CivilDate;
  readonly working: boolean;
  readonly ordinal: number;
}

/** The rows of all years that follow each other without a gap from the first; later ones would count wrongly. */
export function workingDayRows(calendar: Calendar): WorkingDayRow[] {
  const [first] = calendar.years;
  if (first === undefined) return [];
  let last = first;
  while (calendar.years.includes(last + 1)) last++;
  const rows: WorkingDayRow[] = [];
  let ordinal = 0;
  for (let day: CivilDate = `${first}-01-01`; day <= `${last}-12-31`; day = addDays(day, 1)) {
    const working = isWorkingDay(calendar, day) === true;
    if (working) ordinal++;
    rows.push({ day, working, ordinal });
  }
  return rows;
}
