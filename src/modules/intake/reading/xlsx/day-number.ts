/** Turns a spreadsheet's day numbers into dates and times as text. */

const DAY = 24 * 60 * 60;
/** 31 December 9999, the last day that a spreadsheet knows. */
const LAST_DAY = 2_958_465;
/** Days from 1900-01-00 to 1904-01-01 (ISO/IEC 29500-1, 18.17.4.1). */
const DAYS_TO_1904 = 1_462;
/** Days from 1899-12-30 to 1970-01-01. */
const DAYS_TO_1970 = 25_569;

/**
 * 'YYYY-MM-DD', with ' HH:MM:SS' where the number holds a time and `format` shows one; 'HH:MM:SS' alone where only a
 * time is shown. Undefined = no day that a spreadsheet knows. Day 60 of the 1900 system, which never was
 * (1900-02-29, kept by all spreadsheets for the sake of Lotus 1-2-3), is shown as it stands there.
 */
export function dayNumberText(
  value: number,
  format: { date: boolean; time: boolean },
  from1904: boolean,
): string | undefined {
  let day = Math.floor(value);
  let second = Math.round((value - day) * DAY);
  if (second === DAY) {
    day++;
    second = 0;
  }
  if (from1904) day += DAYS_TO_1904;
  if (day < 0 || day > LAST_DAY) return undefined;
  const clock = new Date(second * 1000).toISOString().slice(11, 19);
  if (!format.date) return clock;
  if (day < 1) return undefined;
  const date = day === 60 && !from1904 ? '1900-02-29' : dateText(day < 60 ? day + 1 : day);
  return format.time && second > 0 ? `${date} ${clock}` : date;
}

function dateText(day: number): string {
  return new Date((day - DAYS_TO_1970) * DAY * 1000).toISOString().slice(0, 10);
}
