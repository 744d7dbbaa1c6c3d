// Number series: grouped by what stands before the running number, with their gaps.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MISSING_SHOWN, seriesOf } from './number-series.ts';

test.each([
  [
    'one gap',
    ['清市监处罚〔2025〕1号', '清市监处罚〔2025〕2号', '清市监处罚〔2025〕4号'],
    [['清市监处罚〔2025〕…号', 1, 4, 3, [3]]],
  ],
  [
    'two years are two series',
    ['甲〔2024〕1号', '甲〔2024〕2号', '甲〔2025〕8号', '甲〔2025〕9号'],
    [
      ['甲〔2024〕…号', 1, 2, 2, []],
      ['甲〔2025〕…号', 8, 9, 2, []],
    ],
  ],
  ['a single number says nothing', ['甲〔2024〕1号'], []],
  ['no running number', ['决定书', '清'], []],
  [
    'the same number twice counts once',
    ['甲〔2025〕1号', '甲〔2025〕1号', '甲〔2025〕3号'],
    [['甲〔2025〕…号', 1, 3, 2, [2]]],
  ],
])('%s', (_, numbers, expected) => {
  const found = seriesOf(numbers).map((s) => [s.series, s.lowest, s.highest, s.present, s.missing]);
  expect(found).toEqual(expected);
});

test('present and missing together are the whole range, while all missing numbers are shown', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 150 }), { minLength: 2 }), (numbers) => {
      const [series] = seriesOf(numbers.map((n) => `甲〔2025〕${n}号`));
      expect(series && series.present + series.missing.length).toBe(
        Math.max(...numbers) - Math.min(...numbers) + 1,
      );
    }),
  );
});

test('a wild number does not list a million gaps', () => {
  const [series] = seriesOf(['甲〔2025〕1号', '甲〔2025〕9999999号']);
  expect(series?.missing).toHaveLength(MISSING_SHOWN);
});
