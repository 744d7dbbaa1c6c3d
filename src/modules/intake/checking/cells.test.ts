/** Single cells: dates, amounts, lists, texts, and numbers of persons in them. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay } from '../../../kernel/civil-date.ts';
import { findPersonalData } from '../../../kernel/personal-data.ts';
import { readAmount } from './cell-amount.ts';
import { readDate } from './cell-date.ts';
import { CONTACT, CONTROL, DIGIT_RUN, FORMULA_START, scanText } from './scan-text.ts';
import { trimmed } from './trimmed.ts';

/** Any UTF-16 unit, half characters included. */
const anyCharacter = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

describe('dates', () => {
  test.each([
    ['2026/3/1', '2026-03-01'],
    ['2026/03/01', '2026-03-01'],
    ['2026-03-01 00:00:00', '2026-03-01'],
    ['2026-03-01T00:00:00.000Z', '2026-03-01'],
    ['2026年3月1日', '2026-03-01'],
    ['20260301', '2026-03-01'],
    ['２０２６/３/１', '2026-03-01'],
    ['2024/2/29', '2024-02-29'],
    ['2026/2/30', ''],
    ['2026/2/29', ''],
    ['2026/13/1', ''],
    ['46082', ''],
    ['2026-03-01 08:30', ''],
    ['长期', ''],
  ])('%s → %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  test('every day is read in each spelling', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }).map(fromEpochDay), (day) => {
        const [year, month, date] = day.split('-').map(Number);
        for (const text of [
          `${year}/${month}/${date}`,
          day.replaceAll('-', '.'),
          `${year}年${month}月${date}日`,
        ]) {
          expect(readDate(text)).toBe(day);
        }
      }),
    );
  });
});

describe('amounts in 10,000 yuan', () => {
  test.each([
    ['5', '5'],
    ['0.500000', '0.5'],
    ['1,286.5', '1286.5'],
    ['００１２.５', '12.5'],
    ['0', '0'],
    ['12345678.123456', '12345678.123456'],
  ])('%s → %s', (text, value) => {
    expect(readAmount(text)).toEqual({ value });
  });

  test.each([
    ['5万元', 'amount'],
    ['五', 'amount'],
    ['1,28', 'amount'],
    ['1e3', 'amount'],
    ['.5', 'amount'],
    ['-5', 'amount.negative'],
    ['0.1234567', 'amount.decimals'],
    ['123456789', 'amount.too-large'],
  ])('%s is refused by %s', (text, rule) => {
    expect(readAmount(text)).toEqual({ rule });
  });
});

describe('placeholders', () => {
  test.each(['-', '/', '无', 'N/A', ' — ', 'null'])('%j in an optional cell is nothing', (text) => {
    expect(trimmed(text, true)).toBe('');
    expect(trimmed(text, false)).not.toBe('');
  });
  test('an ideographic blank and a byte order mark are blanks', () => {
    expect(trimmed('\uFEFF\u3000甲 乙\u3000', false)).toBe('甲 乙');
  });
});

describe('one look at a text', () => {
  test.each([
    ['甲\u0000乙', CONTROL],
    ['甲\uD800乙', CONTROL],
    ['甲\n乙\t丙', 0],
    ['𠮷野家', 0],
    ['=1+1', FORMULA_START],
    ['＝1', FORMULA_START],
    ['@sum', FORMULA_START | CONTACT],
    ['someone@example.com', CONTACT],
    ['住址：清和市', CONTACT],
    ['3单元101', CONTACT],
    ['金额单位', 0],
    ['138  0013  8000', DIGIT_RUN],
    ['13800138000', DIGIT_RUN],
    ['138 0013 8000', DIGIT_RUN],
    ['１３８００１３８０００', DIGIT_RUN],
    ['2026年3月1日罚款50000元', 0],
  ])('%j', (text, flags) => {
    expect(scanText(text)).toBe(flags);
  });

  test('whatever the kernel finds, the quick look had seen', () => {
    const digits = fc.stringMatching(/^1[3-9](?:[ \-－\u3000\u00a0·_]?\d){9}$/);
    const text = fc
      .tuple(fc.string({ unit: anyCharacter }), digits, fc.string({ unit: anyCharacter }))
      .map((parts) => parts.join('，'));
    fc.assert(
      fc.property(text, (sample) => {
        if (findPersonalData(sample).length > 0) expect(scanText(sample) & DIGIT_RUN).toBe(DIGIT_RUN);
      }),
      { numRuns: 2000 },
    );
  });
});
