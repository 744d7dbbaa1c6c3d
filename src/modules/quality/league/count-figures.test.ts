// Shares, their rounding, the weighted mean and places, as tables of cases.
import { describe, expect, test } from 'vitest';
import { countFigures, type Inputs, placesOf } from './count-figures.ts';
import { FIGURES, schemeOn } from './figures-data.ts';
import { asNumber, shareOf, weightedMean } from './share.ts';

describe('shareOf', () => {
  test.each([
    [0, 0, null],
    [0, 7, 0],
    [7, 7, 1],
    [1, 3, 0.3333],
    [2, 3, 0.6667],
    [1, 20_000, 0.0001],
    [1, 20_001, 0],
    [19_999, 20_000, 1],
    [9_007_199, 12_200_000, 0.7383],
  ])('%i of %i is %s', (part, of, share) => {
    expect(asNumber(shareOf(part, of))).toBe(share);
  });
});

test('the mean leaves out what could not be counted, and is null when nothing could', () => {
  expect(
    weightedMean([
      { share: 10_000, weight: 3 },
      { share: null, weight: 8 },
      { share: 5_000, weight: 1 },
    ]),
  ).toBe(8_750);
  expect(weightedMean([{ share: null, weight: 8 }])).toBeNull();
});

test('equal indexes share a place, the next is counted on past them, none has none', () => {
  expect(placesOf([9_000, 9_500, null, 9_500, 8_000])).toEqual([3, 1, null, 1, 4]);
});

const nothing: Inputs = {
  ...{ files: 0, rows: 0, accepted: 0, duplicate: 0, refused: 0, rejected: 0, returned: 0 },
  ...{
    cellsDue: 0,
    cellsMissing: 0,
    records: 0,
    corrected: 0,
    counted: 0,
    onTime: 0,
    declared: 0,
    reported: 0,
  },
};

describe('countFigures', () => {
  test.each<[string, Partial<Inputs>, Partial<Record<(typeof FIGURES)[number], number>>]>([
    ['nothing handed in', {}, {}],
    ['one cell of ten empty', { cellsDue: 10, cellsMissing: 1 }, { completeness: 9_000 }],
    [
      'a row that a person returned passed the checks of form',
      { rows: 4, rejected: 2, returned: 1, accepted: 2 },
      { compliance: 7_500, storage: 5_000 },
    ],
    [
      'duplicates and what may not be collected need not be stored',
      { rows: 4, accepted: 2, duplicate: 1, refused: 1 },
      { compliance: 10_000, storage: 10_000 },
    ],
    ['half in time', { counted: 4, onTime: 2, records: 9 }, { timeliness: 5_000, accuracy: 10_000 }],
    ['one of three corrected', { records: 3, corrected: 1 }, { accuracy: 6_667 }],
    ['a declared register and nothing handed in', { declared: 5 }, { reported: 0 }],
  ])('%s', (_, input, shares) => {
    const none = Object.fromEntries(FIGURES.map((figure) => [figure, null]));
    expect(countFigures({ ...nothing, ...input }, schemeOn('2026-01-01')).shares).toEqual({
      ...none,
      ...shares,
    });
  });
});

test('fewer than three figures make no index', () => {
  const two = { cellsDue: 10, rows: 10 };
  const index = (input: Partial<Inputs>) =>
    countFigures({ ...nothing, ...input }, schemeOn('2026-01-01')).index;
  expect(index(two)).toBe(5_000);
  expect(index({ cellsDue: 10, records: 1 })).toBeNull();
  expect(index({ ...two, accepted: 10, records: 1 })).toBe(10_000);
});

test('a day before the first edition has no scheme', () => {
  expect(() => schemeOn('2019-12-31')).toThrow('2019-12-31');
});
