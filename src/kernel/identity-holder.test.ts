// What an identity number says: one spelling, day of birth, of age.
import { describe, expect, test } from 'vitest';
import { birthDateOf, isOfAge, normaliseIdentityNumber } from './identity-holder.ts';
import { identityCheckCharacter } from './identity-number.ts';

const number = '11010519491231002X';

describe('one spelling', () => {
  test.each([
    [number, number],
    ['11010519491231002x', number],
    ['110105 19491231 002X', number],
    ['110105-1949-1231-002X', number],
    ['１１０１０５１９４９１２３１００２Ｘ', number],
    ['110105850307123', '110105198503071230'],
    ['110105194912310021', undefined],
    ['110105194913310021', undefined],
    ['', undefined],
    ['张三', undefined],
  ])('%s', (text, expected) => expect(normaliseIdentityNumber(text)).toBe(expected));
  test('a foreigner’s card', () => {
    const first17 = '93708419850307001';
    const card = first17 + identityCheckCharacter(first17);
    expect(normaliseIdentityNumber(card)).toBe(card);
    expect(birthDateOf(card)).toBe('1985-03-07');
  });
});

test('the day of birth', () => expect(birthDateOf(number)).toBe('1949-12-31'));

// 法释〔2006〕1号 art. 2: full years are reached on the day after the birthday.
test.each([
  ['2008-11-17', '2026-11-17', false],
  ['2008-11-17', '2026-11-18', true],
  ['2008-02-29', '2026-02-28', false],
  ['2008-02-29', '2026-03-01', true],
  ['2010-01-01', '2026-11-18', false],
])('born %s, on %s: %s', (born, on, expected) => expect(isOfAge(born, on)).toBe(expected));
