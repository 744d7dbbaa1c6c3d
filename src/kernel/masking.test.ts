// Cases and properties of masks.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskIdentityNumber, maskMiddle, maskName } from './masking.ts';

describe('masks', () => {
  test.each([
    ['张三', '张*'],
    ['欧阳修文', '欧***'],
    ['张', '*'],
    ['', ''],
    ['𠮷田', '𠮷*'],
  ])('name %s → %s', (name, expected) => {
    expect(maskName(name)).toBe(expected);
  });

  test.each([
    ['11010519491231002X', '11***************X'],
    ['110105 19491231 002X', '11***************X'],
    ['110105491231003', '11************3'],
    ['11', '**'],
  ])('identity number %s → %s', (text, expected) => {
    expect(maskIdentityNumber(text)).toBe(expected);
  });

  test('an identity number shows three characters at most, never birth or sex', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{17}[0-9X]$/), (id) => {
        expect(maskIdentityNumber(id).slice(2, 17)).toBe('*'.repeat(15));
      }),
    );
  });

  test('the middle is hidden, the length kept; short texts are hidden whole', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,20}$/), fc.nat(5), fc.nat(5), (text, start, end) => {
        const masked = maskMiddle(text, start, end);
        expect(masked).toHaveLength(text.length);
        const shown = text.length > start + end ? start + end : 0;
        expect(masked.replaceAll('*', '')).toHaveLength(shown);
      }),
    );
  });
});
