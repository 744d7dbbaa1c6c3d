// Working days by the State Council's holiday notices; beyond the last published year nothing is guessed.
import { addDays, type CivilDate, compareDates, toEpochDay, weekday } from './civil-date.ts';

/** What one day is by a notice: a day off, or (`off: false`) a make-up working day. */
export interface NoticeDay {
  readonly off: boolean;
  readonly name: string;
}

/** The years with a published notice and every day the notices move away from Monday to Friday. */
export interface Calendar {
  readonly years: readonly number[];
  readonly days: ReadonlyMap<CivilDate, NoticeDay>;
}

/** The shape of data/calendar/holidays-*.json. */
export interface CalendarFile {
  readonly papers: Readonly<Record<string, readonly string[]>>;
  readonly days: readonly { readonly date: string; readonly off: boolean; readonly name: string }[];
}

/** A due day: fixed, or the first day it can possibly be until the notice of `awaitsYear` is loaded. */
export type DueDay =
  | { readonly kind: 'fixed'; readonly date: CivilDate }
  | { readonly kind: 'earliest'; readonly date: CivilDate; readonly awaitsYear: number };

/** A year counts as published when the file names at least one notice for it. */
export function buildCalendar(file: CalendarFile): Calendar {
  const years = Object.entries(file.papers)
    .filter(([, papers]) => papers.length > 0)
    .map(([year]) => Number(year))
    .sort((a, b) => a - b);
  return { years, days: new Map(file.days.map(({ date, off, name }) => [date, { off, name }])) };
}

/**
 * Whether people work on this day; undefined where no notice covers it. By the notices loaded: the one for 2019
 * still moved 2018-12-29 and -31, so a published year can change until its successor is out.
 */
export function isWorkingDay(calendar: Calendar, date: CivilDate): boolean | undefined {
  const notice = calendar.days.get(date);
  if (notice) return !notice.off;
  if (!calendar.years.includes(Number(date.slice(0, 4)))) return undefined;
  return weekday(date) <= 5;
}

/**
 * Days off in any year by 全国年节及纪念日放假办法 (2024 revision) art. 2 that stand on the solar calendar. Every
 * other day can become a working day by a notice (on 2018-09-29 and -30 both weekend days did).
 */
const ALWAYS_OFF = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);

/**
 * The nth working day after `from`; day 1 is the first working day after it, 0 is `from` itself.
 * Where a day without a notice must be counted, the answer is a lower bound: each such day could be a
 * working day, so the true due day never lies before it. Throws RangeError unless n is a whole number ≥ 0.
 */
export function addWorkingDays(calendar: Calendar, from: CivilDate, n: number): DueDay {
  if (!Number.isInteger(n) || n < 0) throw new RangeError('working days are counted from 0 in whole numbers');
  let date = from;
  let awaitsYear: number | undefined;
  for (let counted = 0; counted < n; ) {
    date = addDays(date, 1);
    const working = isWorkingDay(calendar, date);
    if (working === undefined) awaitsYear ??= Number(date.slice(0, 4));
    if (working ?? !ALWAYS_OFF.has(date.slice(5))) counted++;
  }
  return awaitsYear === undefined ? { kind: 'fixed', date } : { kind: 'earliest', date, awaitsYear };
}

/**
 * Working days after `from` up to and with `to` (0 when `to` is not later); the inverse of addWorkingDays.
 * undefined as soon as a day without a notice lies between.
 */
export function workingDaysBetween(calendar: Calendar, from: CivilDate, to: CivilDate): number | undefined {
  if (compareDates(to, from) <= 0) return 0;
  let count = 0;
  const last = toEpochDay(to);
  for (let date = addDays(from, 1), day = toEpochDay(from) + 1; day <= last; day++, date = addDays(date, 1)) {
    const working = isWorkingDay(calendar, date);
    if (working === undefined) return undefined;
    if (working) count++;
  }
  return count;
}
