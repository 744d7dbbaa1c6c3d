// Cases of the numbers organisations had before the unified code.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOrganisationCode,
  isRegistrationNo13,
  isRegistrationNo15,
  isTaxNo15,
  type LegacyKind,
  legacyKind,
  organisationCheckCharacter,
} from './legacy.ts';

describe('legacy numbers', () => {
  test.each<[string, LegacyKind | undefined, string]>([
    ['16349800-X', 'organisation-code', 'GB 11714, characters 9–17 of 9137011316349800XJ'],
    ['16349800X', 'organisation-code', 'without hyphen'],
    ['D2143569X', 'organisation-code', 'the example of GB 11714-1997'],
    ['163498001', undefined, 'wrong check character'],
    ['110108002734659', 'registration-15', 'GS 15-2006, MOD 11,10'],
    ['440301103448669', 'registration-15', 'the same'],
    ['110108002734658', undefined, 'wrong check digit'],
    ['000108002734659', undefined, 'no such office'],
    ['3701001800001', 'registration-13', 'before 2007'],
    ['9901001800001', undefined, 'no such office'],
    ['37011316349800X', 'tax-15', 'division and organisation code'],
    ['91110000600037341L', undefined, 'a unified code is not legacy'],
    ['', undefined, 'nothing'],
  ])('%s → %s (%s)', (text, kind) => {
    expect(legacyKind(text)).toBe(kind);
  });

  test('the kinds agree with their own questions', () => {
    expect(isOrganisationCode('16349800X')).toBe(true);
    expect(isRegistrationNo15('110108002734659')).toBe(true);
    expect(isRegistrationNo13('3701001800001')).toBe(true);
    expect(isTaxNo15('37011316349800X')).toBe(true);
  });

  test('one wrong digit of an organisation code is detected unless its weight hides it (8 × 11 values)', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{8}$/),
        fc.nat(7),
        fc.integer({ min: 1, max: 9 }),
        (body, place, shift) => {
          const code = body + organisationCheckCharacter(body);
          const wrong = String((Number(body.charAt(place)) + shift) % 10);
          expect(isOrganisationCode(code.slice(0, place) + wrong + code.slice(place + 1))).toBe(false);
        },
      ),
    );
  });
});
