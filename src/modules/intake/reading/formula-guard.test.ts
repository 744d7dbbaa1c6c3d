/** Tests of the guard against formulas: nothing runs in a spreadsheet, and nothing is lost on the way back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardFormula, unguardFormula } from './formula-guard.ts';

describe('guardFormula', () => {
  test.each([
    '=HYPERLINK("http://x","y")',
    '+1+cmd|x',
    '-1+1',
    '@SUM(A1)',
    '＝1+1',
    '\t=1',
    '\r=1',
    '-',
    '--5',
    "'=1",
  ])('guards %j', (text) => expect(guardFormula(text)).toBe(`'${text}`));

  test.each(['-12.5', '+5', '-1,200.00', '-5%', 'a=b', '', '鲁A-1', "'"])('leaves %j', (text) => {
    expect(guardFormula(text)).toBe(text);
  });
});

test('what was guarded comes back, whatever it was', () => {
  const text = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '＝', '1', 'a', ' ', '\t', '.') });
  fc.assert(
    fc.property(
      text.map((value) => value.trim()),
      (value) => {
        expect(unguardFormula(guardFormula(value))).toBe(value);
      },
    ),
    { numRuns: 2_000 },
  );
});
