/** Unified codes as people write them. */
import { expect, test } from 'vitest';
import { writtenUscc } from './written-uscc.ts';

test.each([
  ['91371899MA3C1X2Y5F', '91371899MA3C1X2Y5F'],
  [' 9137 1899 ma3c 1x2y 5f ', '91371899MA3C1X2Y5F'],
  ['９１３７１８９９ＭＡ３Ｃ１Ｘ２Ｙ５Ｆ', '91371899MA3C1X2Y5F'],
  ['123', undefined],
  ['91371899MA3C1X2Y5F0', undefined],
  ['', undefined],
])('%j is %s', (text, expected) => {
  expect(writtenUscc(text)).toBe(expected);
});
