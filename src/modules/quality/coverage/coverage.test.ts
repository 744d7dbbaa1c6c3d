// How a unit stands to an item it owes, as a table of cases.
import { expect, test } from 'vitest';
import { stateOf } from './coverage.ts';

test.each([
  ['a file within the year', '2026-01-05', 0, 'collected'],
  ['on the first day of the year', '2025-11-18', 0, 'collected'],
  ['a day before it', '2025-11-17', 0, 'lapsed'],
  ['nothing ever', null, 0, 'not-sent'],
  ['nothing, and the unit says so', null, 3, 'nothing-to-report'],
  ['long ago, and nothing to report since', '2024-03-01', 1, 'nothing-to-report'],
] as const)('%s', (_, latestOn, nilMonths, state) => {
  expect(stateOf({ latestOn, nilMonths }, '2026-11-18')).toBe(state);
});
