// Working days against the notices, against chinese-days, and against what later notices really brought.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkday } from 'chinese-days';
import fc from 'fast-check';
import { LegalHoliday } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import { addDays, fromEpochDay, toEpochDay } from './civil-date.ts';
import { addWorkingDays, buildCalendar, isWorkingDay, workingDaysBetween } from './working-days.ts';

interface FileOfNotices {
  papers: Record<string, string[]>;
  days: { date: string; off: boolean; name: string; paper_year: number }[];
}

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../data/calendar/holidays-2018-2026.json'), 'utf8'),
) as FileOfNotices;
const calendar = buildCalendar(file);

/** The calendar as it stood before the notice of the next year was published. */
function calendarUpTo(year: number) {
  return buildCalendar({
    papers: Object.fromEntries(Object.entries(file.papers).filter(([of]) => Number(of) <= year)),
    days: file.days.filter((day) => day.paper_year <= year),
  });
}

/** Monday to Friday and nothing else: what a clock without the notices would take for a working day. */
function isWeekday(date: string): boolean {
  return ![0, 6].includes((toEpochDay(date) + 4) % 7);
}

/** Another author's holidays and worked weekends, kept by hand apart from those of chinese-days. */
function isWorkingDayOfTyme(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return LegalHoliday.fromYmd(year, month, day)?.isWork() ?? isWeekday(date);
}

function datesBetween(first: string, last: string): string[] {
  const start = toEpochDay(first);
  return Array.from({ length: toEpochDay(last) - start + 1 }, (_, n) => fromEpochDay(start + n));
}

/** The nth working day after a date, by any notion of working day: counted one by one. */
function stepDays(from: string, n: number, isWorking: (date: string) => boolean): string {
  let date = from;
  for (let left = n; left > 0; left -= isWorking(date) ? 1 : 0) date = addDays(date, 1);
  return date;
}

describe('isWorkingDay', () => {
  test('2027 has no notice and does not count as published', () => {
    expect(calendar.years).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  test.each<[string, boolean | undefined, string]>([
    ['2026-11-18', true, 'a Wednesday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday worked for National Day'],
    ['2018-12-29', true, 'a Saturday worked for New Year 2019'],
    ['2018-12-31', false, 'off by the notice for 2019'],
    ['2020-01-31', false, 'the holiday lengthened in 2020'],
    ['2017-12-29', undefined, 'before the first notice'],
    ['2027-01-04', undefined, 'past the last notice'],
  ])('%s → %s (%s)', (date, expected) => {
    expect(isWorkingDay(calendar, date)).toBe(expected);
  });

  test.each([
    ['chinese-days', isWorkday],
    ['tyme4ts', isWorkingDayOfTyme],
  ])('agrees with %s on every day from 2018-01-01 to 2026-12-31', (_, other) => {
    const days = datesBetween('2018-01-01', '2026-12-31');
    expect(days).toHaveLength(3287);
    expect(days.filter((date) => isWorkingDay(calendar, date) !== other(date))).toEqual([]);
  });
});

describe('addWorkingDays', () => {
  test.each([
    ['2026-11-18', 0, '2026-11-18'],
    ['2026-11-18', 1, '2026-11-19'],
    ['2026-11-18', 7, '2026-11-27'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 7, '2026-10-15'],
    ['2026-11-18', 20, '2026-12-16'],
  ])('%s + %i = %s', (from, n, date) => {
    expect(addWorkingDays(calendar, from, n)).toEqual({ kind: 'fixed', date });
  });

  test.each([
    ['2026-12-31', 1, '2027-01-02', 2027],
    ['2026-12-30', 2, '2027-01-02', 2027],
    ['2026-12-22', 7, '2026-12-31', undefined],
    ['2026-12-22', 8, '2027-01-02', 2027],
    ['2027-03-01', 1, '2027-03-02', 2027],
    ['2017-12-29', 1, '2017-12-30', 2017],
  ])('%s + %i is not before %s, awaiting %s', (from, n, date, awaitsYear) => {
    expect(addWorkingDays(calendar, from, n)).toEqual(
      awaitsYear === undefined ? { kind: 'fixed', date } : { kind: 'earliest', date, awaitsYear },
    );
  });

  test('a clock of Mondays to Fridays misses the seventh working day of 26.3 % of the dates; ours of none', () => {
    const days = datesBetween('2020-01-01', '2026-11-30');
    const ends = days.map((from) => stepDays(from, 7, isWorkday));
    expect(days.map((from) => addWorkingDays(calendar, from, 7))).toEqual(
      ends.map((date) => ({ kind: 'fixed', date })),
    );
    expect(days.map((from) => stepDays(from, 7, isWorkingDayOfTyme))).toEqual(ends);
    const missed = days.filter((from, at) => stepDays(from, 7, isWeekday) !== ends[at]).length;
    expect(((100 * missed) / days.length).toFixed(1)).toBe('26.3');
  });

  test('counts whole days from 0', () => {
    expect(() => addWorkingDays(calendar, '2026-11-18', -1)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, '2026-11-18', 1.5)).toThrow(RangeError);
  });
});

describe('properties', () => {
  const known = fc
    .integer({ min: toEpochDay('2018-01-01'), max: toEpochDay('2026-10-31') })
    .map(fromEpochDay);

  test('the nth working day is a working day and lies n working days away', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const due = addWorkingDays(calendar, from, n);
        expect(due.kind).toBe('fixed');
        expect(isWorkingDay(calendar, due.date)).toBe(true);
        expect(workingDaysBetween(calendar, from, due.date)).toBe(n);
        expect(workingDaysBetween(calendar, from, addDays(due.date, -1))).toBe(n - 1);
      }),
    );
  });

  test('what is called earliest was never later than the day the next notice brought, 2018 to 2025', () => {
    for (let year = 2018; year <= 2025; year++) {
      const then = calendarUpTo(year);
      for (let n = 1; n <= 45; n++) {
        for (let back = 0; back < 40; back++) {
          const from = addDays(`${year}-12-31`, -back);
          const due = addWorkingDays(then, from, n);
          if (due.kind === 'earliest') {
            expect(due.awaitsYear).toBe(year + 1);
            expect(due.date <= addWorkingDays(calendar, from, n).date).toBe(true);
          }
        }
      }
    }
  });

  test('between is 0 backwards, additive forwards, and unknown past the notices', () => {
    fc.assert(
      fc.property(known, known, known, (...dates) => {
        const [a = '', b = '', c = ''] = dates.sort();
        const sum = (workingDaysBetween(calendar, a, b) ?? NaN) + (workingDaysBetween(calendar, b, c) ?? NaN);
        expect(workingDaysBetween(calendar, a, c)).toBe(sum);
        expect(workingDaysBetween(calendar, c, a)).toBe(0);
      }),
      { numRuns: 50 },
    );
    expect(workingDaysBetween(calendar, '2026-12-30', '2027-01-05')).toBeUndefined();
    expect(workingDaysBetween(calendar, '2026-12-30', '2026-12-31')).toBe(1);
  });
});
