/** Tests of number formats and day numbers: what a spreadsheet shows as a date is read as that date. */
import { describe, expect, test } from 'vitest';
import { dayNumberText } from './day-number.ts';
import { formatOf } from './number-formats.ts';

describe('formatOf', () => {
  test.each([
    ['yyyy-mm-dd', true, false],
    ['yyyy"年"m"月"d"日";@', true, false],
    ['[$-804]yyyy/m/d', true, false],
    ['[DBNum1][$-804]yyyy"年"m"月"', true, false],
    ['mmm', true, false],
    ['yyyy/m/d h:mm', true, true],
    ['[h]:mm:ss', false, true],
    ['mm:ss.0', false, true],
    ['上午/下午h"时"mm"分"', false, true],
    ['General', false, false],
    ['G/通用格式', false, false],
    ['#,##0.00', false, false],
    ['0.00E+00', false, false],
    ['[Red]0.00;[Red]-0.00', false, false],
    ['"d"0', false, false],
    ['_-* #,##0_-;@', false, false],
    ['@', false, false],
  ])('%s', (code, date, time) => expect(formatOf(code)).toEqual({ date, time, zeros: 0 }));

  test('a code with leading zeros', () => expect(formatOf('000000').zeros).toBe(6));
});

describe('dayNumberText', () => {
  const date = { date: true, time: false };
  const both = { date: true, time: true };
  test.each([
    [1, date, false, '1900-01-01'],
    [59, date, false, '1900-02-28'],
    [60, date, false, '1900-02-29'],
    [61, date, false, '1900-03-01'],
    [25_569, date, false, '1970-01-01'],
    [46_344, date, false, '2026-11-18'],
    [44_882, date, true, '2026-11-18'],
    [0, date, true, '1904-01-01'],
    [2_958_465, date, false, '9999-12-31'],
    [2_958_466, date, false, undefined],
    [0, date, false, undefined],
    [-1, date, false, undefined],
    [46_344.999_999_9, both, false, '2026-11-19'],
    [46_344.5, both, false, '2026-11-18 12:00:00'],
    [0.5, { date: false, time: true }, false, '12:00:00'],
  ])('%s', (value, format, from1904, text) => expect(dayNumberText(value, format, from1904)).toBe(text));
});
