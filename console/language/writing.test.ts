/** How dates, times and figures are written. */
import { describe, expect, test } from 'vitest';
import { dateOf, lastDayBefore, writeInstant } from './dates.ts';
import { groupCode, writeCount, writeShare, writeSize } from './figures.ts';

describe('instants are on Beijing time', () => {
  test.each([
    ['2026-11-18T06:30:00.000Z', '2026-11-18 14:30'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01 00:00'],
    ['2026-02-28T15:59:59.000Z', '2026-02-28 23:59'],
  ])('%s', (instant, written) => {
    expect(writeInstant(instant)).toBe(written);
    expect(dateOf(instant)).toBe(written.slice(0, 10));
  });
});

test.each([
  ['2027-01-01', '2026-12-31'],
  ['2024-03-01', '2024-02-29'],
])('a period until %s has the last day %s', (until, last) => expect(lastDayBefore(until)).toBe(last));

test('figures', () => {
  expect(writeCount(1_000_000)).toBe('1,000,000');
  expect(writeSize(0)).toBe('0 B');
  expect(writeSize(1536)).toBe('1.5 KB');
  expect(writeSize(2 * 1024 ** 3)).toBe('2.0 GB');
  expect(writeShare(0.957)).toBe('95.7%');
  expect(writeShare(1)).toBe('100%');
  expect(writeShare(null)).toBe('—');
  expect(groupCode('91371899MAWHH7QY64')).toBe('9137 1899 MAWH H7QY 64');
});
