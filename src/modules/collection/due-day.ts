/** The months that are owed and the day each is due, by the calendar of working days. */
import { addDays, addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import { addWorkingDays, type Calendar, type DueDay } from '../../kernel/working-days.ts';

/** The first day of a date's month. */
export function monthOf(date: string): CivilDate {
  return `${date.slice(0, 7)}-01` as CivilDate;
}

/** First days of the months from that of `from` up to and with that of `to`. */
export function monthsBetween(from: string, to: string): CivilDate[] {
  const months: CivilDate[] = [];
  for (let month = monthOf(from); month <= to; month = addMonths(month, 1)) months.push(month);
  return months;
}

/**
 * The day by which a month must be in: so many working days after its last day. The same count holds for items owed once a
 * month (by the nth working day of the next) and with every decision (the last decision can fall on the last day).
 */
export function dueOfMonth(calendar: Calendar, month: CivilDate, workingDays: number): DueDay {
  return addWorkingDays(calendar, addDays(addMonths(month, 1), -1), workingDays);
}

/** Whether something decided and handed in on these days came after its own due day; never where that day isn't fixed. */
export function isLate(
  calendar: Calendar,
  decidedOn: CivilDate,
  handedInOn: CivilDate,
  workingDays: number,
): boolean {
  const due = addWorkingDays(calendar, decidedOn, workingDays);
  return due.kind === 'fixed' && handedInOn > due.date;
}
