/** The dashboard's own arithmetic: months in a row, and gaps drawn together. */
import { expect, test } from 'vitest';
import { monthsFrom } from './months.ts';
import { numberRanges } from './number-ranges.ts';

test('months follow each other over the turn of a year', () => {
  expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthsFrom('2026-02', '2026-02')).toEqual(['2026-02']);
  expect(monthsFrom(undefined, '2026-02')).toEqual([]);
});

test('neighbours become ranges', () => {
  expect(numberRanges([3, 4, 5, 9, 11, 12])).toEqual(['3–5', '9', '11–12']);
  expect(numberRanges([])).toEqual([]);
});
