// Cases and properties of civil dates: spellings, impossible days, month ends as PostgreSQL has them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  compareDates,
  fromEpochDay,
  isCivilDate,
  parseCivilDate,
  toEpochDay,
  weekday,
} from './civil-date.ts';

const day = fc.integer({ min: toEpochDay('1900-01-01'), max: toEpochDay('2150-12-31') });

describe('parseCivilDate', () => {
  test.each([
    ['2026-11-18', '2026-11-18'],
    ['2026-1-2', '2026-01-02'],
    ['2026/1/2', '2026-01-02'],
    ['2026/01/02', '2026-01-02'],
    ['2026.1.2', '2026-01-02'],
    ['2026年1月2日', '2026-01-02'],
    ['２０２６年１月２日', '2026-01-02'],
    ['20260102', '2026-01-02'],
    [' 2026-01-02 ', '2026-01-02'],
    ['2099/12/31', '2099-12-31'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2026/2/30', undefined],
    ['2026-02-29', undefined],
    ['1900-02-29', undefined],
    ['2026-13-01', undefined],
    ['2026-00-10', undefined],
    ['2026-01-00', undefined],
    ['2026-1/2', undefined],
    ['0000-01-01', undefined],
    ['26-01-02', undefined],
    ['2026-01-02 00:00', undefined],
    ['45678', undefined],
    ['', undefined],
  ])('%s → %s', (text, expected) => {
    expect(parseCivilDate(text)).toBe(expected);
  });

  test('isCivilDate takes our own spelling only', () => {
    expect(['2026-01-02', '2026-1-2', '2026-02-30', '20260102'].map(isCivilDate)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('arithmetic', () => {
  // The answers of PostgreSQL 18: select (d::date + n * interval '1 month')::date.
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2025-10-31', 36, '2028-10-31'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s + %i months = %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2026-11-18', 5, '2031-11-18'],
  ])('%s + %i years = %s', (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });

  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11_017],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('%s is day %i', (date, number) => {
    expect(toEpochDay(date)).toBe(number);
    expect(fromEpochDay(number)).toBe(date);
  });

  test('outside the calendar is an error, not another date', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addMonths('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addMonths('2026-02-01', 0.5)).toThrow(RangeError);
    expect(() => toEpochDay('2026-1-1')).toThrow(RangeError);
  });
});

describe('properties', () => {
  test('day numbers and dates go both ways, in every spelling, and agree with Date', () => {
    fc.assert(
      fc.property(day, (number) => {
        const date = fromEpochDay(number);
        expect(date).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(toEpochDay(date)).toBe(number);
        expect(weekday(date) % 7).toBe(new Date(number * 86_400_000).getUTCDay());
        const [year, month, rest] = date.split('-').map(Number);
        for (const text of [
          `${year}/${month}/${rest}`,
          `${year}年${month}月${rest}日`,
          date.replaceAll('-', ''),
        ]) {
          expect(parseCivilDate(text)).toBe(date);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('adding days goes back, keeps the order and equals the difference of day numbers', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5000, max: 5000 }), (number, days) => {
        const date = fromEpochDay(number);
        const later = addDays(date, days);
        expect(addDays(later, -days)).toBe(date);
        expect(Math.sign(compareDates(later, date))).toBe(Math.sign(days));
      }),
    );
  });

  test('months keep the day or end the month, and never pass into the next', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (number, months) => {
        const date = fromEpochDay(number);
        const moved = addMonths(date, months);
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(index(moved) - index(date)).toBe(months);
        const ended = addDays(moved, 1).endsWith('-01');
        expect(moved.slice(8) === date.slice(8) || (ended && moved.slice(8) < date.slice(8))).toBe(true);
      }),
    );
  });
});
