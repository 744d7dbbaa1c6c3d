/** Tests of numbers as text: no exponent, no digit invented, no digit lost unnoticed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainNumber, spreadsheetNumber } from './plain-number.ts';

describe('plainNumber', () => {
  test.each([
    ['1.0E+17', '100000000000000000'],
    ['9.13702123456789E+17', '913702123456789000'],
    ['1e-7', '0.0000001'],
    ['-1.50E+0', '-1.5'],
    ['0.00012e2', '0.012'],
    ['1.25E1', '12.5'],
    ['12', '12'],
    ['x1e5', 'x1e5'],
    ['1e9999', '1e9999'],
  ])('%s → %s', (text, plain) => expect(plainNumber(text)).toBe(plain));

  test('keeps the value of every double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const plain = plainNumber(String(value));
        expect(plain).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(plain)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('spreadsheetNumber', () => {
  test.each([
    ['0.30000000000000004', '0.3', false],
    ['3.3000000000000003', '3.3', false],
    ['12.5', '12.5', false],
    ['370200', '370200', false],
    ['370213200012345', '370213200012345', false],
    ['9.13702123456789E+17', '913702123456789000', true],
    ['913702123456789012', '913702123456789012', true],
    ['1234567890123456', '1234567890123456', true],
    ['1E-3', '0.001', false],
    ['-7', '-7', false],
  ])('%s → %s', (stored, text, lossy) => expect(spreadsheetNumber(stored)).toEqual({ text, lossy }));
});
