// Cases and properties of the unified social credit code (GB 32100-2015).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkUscc,
  isUscc,
  USCC_ALPHABET,
  USCC_CATEGORIES,
  USCC_DEPARTMENTS,
  USCC_WEIGHTS,
  usccCheckCharacter,
} from './uscc.ts';

const TABLE = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../data/codes/gb32100.json'), 'utf8'),
) as {
  alphabet: string;
  weights: number[];
  registering_department: Record<string, string>;
  category: { code: string; name: string }[];
};

const character = fc.constantFrom(...USCC_ALPHABET);
const valid = fc
  .tuple(
    fc.constantFrom(...Object.keys(USCC_CATEGORIES)),
    fc.stringMatching(/^[0-9]{6}$/),
    fc.array(character, { minLength: 9, maxLength: 9 }),
  )
  .map(([category, area, body]) => {
    const first17 = category + area + body.join('');
    return first17 + usccCheckCharacter(first17);
  });

describe('tables', () => {
  test('the constants say what data/codes/gb32100.json says', () => {
    expect(USCC_ALPHABET).toBe(TABLE.alphabet);
    expect(USCC_WEIGHTS).toEqual(TABLE.weights);
    expect(USCC_DEPARTMENTS).toEqual(TABLE.registering_department);
    expect(USCC_CATEGORIES).toEqual(Object.fromEntries(TABLE.category.map(({ code, name }) => [code, name])));
  });

  test('the weights are 3^(i-1) mod 31 (annex A)', () => {
    expect(USCC_WEIGHTS).toEqual(Array.from({ length: 17 }, (_, place) => Number(3n ** BigInt(place) % 31n)));
  });
});

describe('checkUscc', () => {
  test.each([
    ['91110000600037341L', '9', '91', '110000'],
    ['9137011316349800XJ', '9', '91', '370113'],
    ['913702001635621638', '9', '91', '370200'],
  ])('%s is valid', (uscc, department, category, area) => {
    expect(checkUscc(uscc)).toEqual({ ok: true, uscc, department, category, area });
  });

  test.each([
    ['', 'length', undefined],
    ['91110000600037341', 'length', undefined],
    ['91110000600037341LL', 'length', undefined],
    ['9111 0000 6000 3734 1L', 'length', '91110000600037341L'],
    ['９１１１００００６０００３７３４１Ｌ', 'alphabet', '91110000600037341L'],
    ['9111OOOO6OOO37341L', 'alphabet', '91110000600037341L'],
    ['91110000600037341S', 'alphabet', undefined],
    ['911A0000600037341L', 'alphabet', undefined],
    ['91110000600037341K', 'check-character', undefined],
    ['91110000600037341l', 'lower-case', '91110000600037341L'],
    ['91110000600037341k', 'check-character', undefined],
    ['济南市长清区服务公司', 'length', undefined],
  ])('%s → %s', (text, problem, suggested) => {
    expect(checkUscc(text)).toEqual(suggested ? { ok: false, problem, suggested } : { ok: false, problem });
  });

  test.each([
    ['B1110000600037341', 'department'],
    ['01110000600037341', 'department'],
    ['94110000600037341', 'category'],
    ['N5110000600037341', 'category'],
  ])('%s with its right check character → %s (table of 2025)', (first17, problem) => {
    expect(checkUscc(first17 + usccCheckCharacter(first17))).toEqual({ ok: false, problem });
  });

  test.each(['91371301', '91370220', '91371223', '91999999', '32100000'])(
    '%s…: division digits unknown to GB/T 2260 are no fault (development zones)',
    (start) => {
      const first17 = `${start}MA3C0AB2X`;
      expect(checkUscc(first17 + usccCheckCharacter(first17)).ok).toBe(true);
    },
  );

  test('a sum divisible by 31 gives the check character 0, and the code is valid', () => {
    const first17 = '91370000000000001';
    const zero = Array.from({ length: 1000 }, (_, n) =>
      String(Number(first17.slice(-3)) + n).padStart(3, '0'),
    )
      .map((end) => first17.slice(0, 14) + end)
      .find((text) => usccCheckCharacter(text) === '0');
    expect(zero).toBeDefined();
    expect(checkUscc(`${zero}0`).ok).toBe(true);
  });

  // 11010519491231002X is the sample of GB 11643-1999 itself.
  test.each([
    ['11010519491231002X', 'identity-number'],
    ['11010519491231002x', 'identity-number'],
    ['110105194912310021', 'identity-number'],
    ['110105491231003', 'identity-number'],
    ['110105194913310021', 'check-character'],
  ])('%s in the code column → %s, and nothing is suggested', (text, problem) => {
    expect(checkUscc(text)).toEqual({ ok: false, problem });
  });
});

describe('properties', () => {
  test('every code made by the rules is valid, and its lower case is a finding with the code', () => {
    fc.assert(
      fc.property(valid, (code) => {
        const check = checkUscc(code);
        expect(isUscc(code)).toBe(true);
        expect(check.ok || check.problem === 'identity-number').toBe(true);
        const lower = code.toLowerCase();
        if (check.ok && lower !== code) {
          expect(checkUscc(lower)).toEqual({ ok: false, problem: 'lower-case', suggested: code });
        }
      }),
    );
  });

  test('any one wrong character is detected', () => {
    fc.assert(
      fc.property(valid, fc.nat(17), character, (code, place, other) => {
        fc.pre(code.charAt(place) !== other);
        expect(isUscc(code.slice(0, place) + other + code.slice(place + 1))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('any exchange of two different characters is detected, but for the first and the last (both weigh 1)', () => {
    fc.assert(
      fc.property(valid, fc.nat(17), fc.nat(17), (code, a, b) => {
        const [left, right] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(code.charAt(left) !== code.charAt(right) && !(left === 0 && right === 17));
        const chars = [...code];
        [chars[left], chars[right]] = [code.charAt(right), code.charAt(left)];
        expect(isUscc(chars.join(''))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('no text makes it throw, and what it suggests is always a valid code', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary', minLength: 15, maxLength: 20 })),
        (text) => {
          const check = checkUscc(text);
          if (!check.ok && check.suggested !== undefined) expect(checkUscc(check.suggested).ok).toBe(true);
        },
      ),
    );
  });

  test('the check character asks for 17 characters of the alphabet', () => {
    expect(() => usccCheckCharacter('9111')).toThrow(RangeError);
    expect(() => usccCheckCharacter('9111000060003734I')).toThrow(RangeError);
  });
});
