// Cases and properties of half-width text, document numbers and formulas.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFormula, normaliseDocumentNo, toHalfWidth } from './text.ts';

describe('toHalfWidth', () => {
  test('full-width ASCII and the ideographic space, nothing else', () => {
    expect(toHalfWidth('ＡＢ１２（）\u3000，。、〔〕')).toBe('AB12() ,。、〔〕');
  });

  test('keeps the length and is idempotent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const half = toHalfWidth(text);
        expect(half).toHaveLength(text.length);
        expect(toHalfWidth(half)).toBe(half);
      }),
    );
  });
});

describe('normaliseDocumentNo', () => {
  test.each([
    '鲁环罚〔2024〕12号',
    '鲁环罚[2024]12号',
    '鲁环罚(2024)12号',
    '鲁环罚（２０２４）12号',
    '鲁环罚【2024】12号',
    '鲁环罚［2024］ 12 号',
    ' 鲁环罚 〔2024〕\u300012号\u200B',
    '鲁环罚<2024>12号',
  ])('%s is 鲁环罚〔2024〕12号 (GB/T 9704-2012 § 7.2.5)', (text) => {
    expect(normaliseDocumentNo(text)).toBe('鲁环罚〔2024〕12号');
  });

  test('different numbers stay different', () => {
    expect(normaliseDocumentNo('鲁环罚〔2024〕1-2号')).not.toBe(normaliseDocumentNo('鲁环罚〔2024〕12号'));
  });

  test('is idempotent', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[鲁[\](){}【】〔〕 0-9号]{0,20}$/),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const once = normaliseDocumentNo(raw);
        expect(normaliseDocumentNo(once)).toBe(once);
      }),
    );
  });
});

describe('isFormula', () => {
  test.each([
    ['=HYPERLINK("http://example.org","x")', true],
    ['=1+1', true],
    ['＝1+1', true],
    ['+cmd|calc', true],
    ['-2+3', true],
    ['@SUM(A1)', true],
    ['  =1', true],
    ['\t=1', true],
    ['\rx', true],
    ['\nx', true],
    ['-12.5', false],
    ['+86', false],
    ['-1,234.50', false],
    ['-5%', false],
    ['罚款=5万元', false],
    ['', false],
    ['1-2', false],
  ])('%j → %s', (text, expected) => {
    expect(isFormula(text)).toBe(expected);
  });
});
