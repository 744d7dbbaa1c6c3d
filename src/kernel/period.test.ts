// Properties of half-open periods, checked day by day.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay } from './civil-date.ts';
import { contains, intersect, isEmpty, overlaps, type Period } from './period.ts';

const ORIGIN = 20_000;
const period: fc.Arbitrary<Period> = fc
  .tuple(fc.nat(40), fc.option(fc.nat(40), { nil: undefined }))
  .map(([from, until]) =>
    until === undefined
      ? { from: fromEpochDay(ORIGIN + from) }
      : { from: fromEpochDay(ORIGIN + from), until: fromEpochDay(ORIGIN + until) },
  );
const days = Array.from({ length: 60 }, (_, n) => fromEpochDay(ORIGIN + n));

describe('periods', () => {
  test.each([
    ['2026-01-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
    ['2025-12-31', false],
  ])('[2026-01-01, 2026-07-01) and %s: %s', (date, expected) => {
    expect(contains({ from: '2026-01-01', until: '2026-07-01' }, date)).toBe(expected);
  });

  test('periods that touch do not overlap', () => {
    const first = { from: '2026-01-01', until: '2026-07-01' };
    expect(overlaps(first, { from: '2026-07-01' })).toBe(false);
    expect(overlaps(first, { from: '2026-06-30' })).toBe(true);
    expect(intersect(first, { from: '2026-06-30' })).toEqual({ from: '2026-06-30', until: '2026-07-01' });
    expect(intersect({ from: '2026-01-01' }, { from: '2026-02-01' })).toEqual({ from: '2026-02-01' });
    expect(isEmpty({ from: '2026-01-01', until: '2026-01-01' })).toBe(true);
  });

  test('the common part has exactly the days both have', () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const both = intersect(a, b);
        for (const date of days) {
          expect(both !== undefined && contains(both, date)).toBe(contains(a, date) && contains(b, date));
        }
        expect(overlaps(a, b)).toBe(days.some((date) => contains(a, date) && contains(b, date)));
        expect(intersect(b, a)).toEqual(both);
        expect(isEmpty(a)).toBe(!days.some((date) => contains(a, date)));
      }),
    );
  });
});
