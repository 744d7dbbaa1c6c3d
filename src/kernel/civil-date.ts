// Civil dates as 'YYYY-MM-DD' strings: reading, day numbers, month arithmetic that clamps at month ends.
import { toHalfWidth } from './text.ts';

/** A day of the Gregorian calendar, 'YYYY-MM-DD', years 0001–9999; sorts as text. */
export type CivilDate = string;

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WRITTEN = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];
const LAST_EPOCH_DAY = 2_932_896; // 9999-12-31
const FIRST_EPOCH_DAY = -719_162; // 0001-01-01

/** Days of a month (1–12) of the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function written(year: number, month: number, day: number): CivilDate {
  if (year < 1 || year > 9999) throw new RangeError(`year ${year} is outside 0001–9999`);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function exists(year: number, month: number, day: number): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function parts(date: CivilDate): [year: number, month: number, day: number] {
  const match = ISO.exec(date);
  if (!match) throw new RangeError('a civil date is written YYYY-MM-DD');
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!exists(year, month, day)) throw new RangeError('this day is not in the calendar');
  return [year, month, day];
}

/**
 * Reads YYYY-MM-DD, YYYY/M/D, YYYY.M.D, YYYY年M月D日 and YYYYMMDD (full-width digits too).
 * A day that isn't in the calendar (2026/2/30) gives undefined.
 */
export function parseCivilDate(text: string): CivilDate | undefined {
  const plain = toHalfWidth(text).trim();
  for (const form of WRITTEN) {
    const match = form.exec(plain);
    if (!match) continue;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    return exists(year, month, day) ? written(year, month, day) : undefined;
  }
  return undefined;
}

/** Whether the text is a civil date in our own spelling. */
export function isCivilDate(text: string): text is CivilDate {
  return ISO.test(text) && parseCivilDate(text) === text;
}

/** Days since 1970-01-01. Throws RangeError on what is not a civil date. */
export function toEpochDay(date: CivilDate): number {
  const [year, month, day] = parts(date);
  // Counted from 1 March, so that the leap day is the last of its year (400 years = 146,097 days).
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day that lies so many days after 1970-01-01. Throws RangeError outside 0001–9999. */
export function fromEpochDay(epochDay: number): CivilDate {
  if (!Number.isInteger(epochDay) || epochDay < FIRST_EPOCH_DAY || epochDay > LAST_EPOCH_DAY) {
    throw new RangeError(`day number ${epochDay} is outside 0001-01-01 to 9999-12-31`);
  }
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return written(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1);
}

/** The date so many days later (earlier when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** The same day so many months later; at month ends the last day there is (01-31 + 1 → 02-28), as PostgreSQL does. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  if (!Number.isInteger(months)) throw new RangeError('months are counted whole');
  const [year, month, day] = parts(date);
  const index = year * 12 + month - 1 + months;
  const toYear = Math.floor(index / 12);
  const toMonth = index - toYear * 12 + 1;
  return written(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}

/** The same day so many years later; 02-29 becomes 02-28 where there is none. */
export function addYears(date: CivilDate, years: number): CivilDate {
  return addMonths(date, years * 12);
}

/** Negative, zero or positive as a lies before, on or after b. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 1 (Monday) to 7 (Sunday), ISO 8601. */
export function weekday(date: CivilDate): number {
  return ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;
}
