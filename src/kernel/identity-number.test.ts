// Identity numbers (GB 11643-1999): detection, and the measure of how well they are told from organisation codes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEpochDay, toEpochDay } from './civil-date.ts';
import {
  DIVISIONS_ENDING_19_20,
  identityCheckCharacter,
  isIdentityNumber,
  looksLikeIdentityNumber,
} from './identity-number.ts';
import { findPersonalData } from './personal-data.ts';
import { seededRandom } from './seeded-random.ts';
import { checkUscc, isUscc } from './uscc.ts';

const codes = (file: string) =>
  readFileSync(join(import.meta.dirname, '../../data/codes', file), 'utf8').match(/^\d{6}/gm) ?? [];
const areas = codes('gbt2260-areas.csv');

const FIRST_BIRTH = toEpochDay('1930-01-01');
const LAST_BIRTH = toEpochDay('2008-12-31');
const identityNumber = fc
  .tuple(
    fc.constantFrom(...areas),
    fc.integer({ min: FIRST_BIRTH, max: LAST_BIRTH }),
    fc.integer({ min: 1, max: 999 }),
  )
  .map(([area, day, sequence]) => made(area, day, sequence));

function made(area: string, birthDay: number, sequence: number): string {
  const first17 = area + fromEpochDay(birthDay).replaceAll('-', '') + String(sequence).padStart(3, '0');
  return first17 + identityCheckCharacter(first17);
}

describe('isIdentityNumber', () => {
  test.each([
    ['11010519491231002X', true, 'the sample of GB 11643-1999'],
    ['440524188001010014', false, 'born in 1880: the sample of the standard, but no living person'],
    ['11010519491231002x', true, 'x in lower case'],
    ['110105194912310021', false, 'wrong check character'],
    ['00010519491231002X', false, 'no such region'],
    ['110105194902300029', false, '30 February'],
    ['110105491231003', true, '15 digits, as before 1999'],
    ['110108002734659', false, 'a registration number of 15 digits'],
    ['110105491331002', false, '15 digits, month 13'],
    ['911124198108030024', true, 'permanent residence card, form of 2023'],
    ['91110000600037341L', false, 'an organisation code'],
  ])('%s → %s (%s)', (text, expected) => {
    expect(isIdentityNumber(text)).toBe(expected);
  });
});

const findIdentityNumbers = (text: string) =>
  findPersonalData(text)
    .filter(({ kind }) => kind === 'identity-number')
    .map(({ from, until }) => ({ from, until }));

describe('identity numbers in a text', () => {
  test.each([
    ['当事人张某，身份证号11010519491231002X，住某处', 1],
    ['１１０１０５１９４９１２３１００２Ｘ', 1],
    ['110105 19491231 002X', 1],
    ['1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 x', 1],
    ['11010519491231002X、110105491231003', 2],
    ['91110000600037341L', 0],
    ['9137011316349800XJ，370113200012345', 0],
    ['文号鲁环罚字〔2024〕第110105号，金额 1949.12 万元', 0],
    ['A11010519491231002X', 0],
  ])('%s has %i', (text, count) => {
    const found = findIdentityNumbers(text);
    expect(found).toHaveLength(count);
    for (const { from, until } of found) expect(text.slice(from, until)).toMatch(/^[1１][\s\S]+[0-9XxＸ]$/);
  });

  test('wherever it stands and however it is spaced, it is found at its place', () => {
    const words = fc.stringMatching(/^[一-龥，。：]{0,12}$/);
    fc.assert(
      fc.property(
        words,
        identityNumber,
        words,
        fc.constantFrom('', ' ', '-', '\u3000'),
        (before, id, after, gap) => {
          const spaced = `${id.slice(0, 6)}${gap}${id.slice(6, 14)}${gap}${id.slice(14)}`;
          const place = { from: before.length, until: before.length + spaced.length };
          expect(findIdentityNumbers(before + spaced + after)).toEqual([place]);
        },
      ),
    );
  });
});

describe('told from organisation codes', () => {
  test('the divisions ending in 19 or 20 are those of data/codes', () => {
    const all = [...areas, ...codes('gbt2260-history.csv')].filter((code) => /(?:19|20)$/.test(code));
    expect([...DIVISIONS_ENDING_19_20].sort()).toEqual([...new Set(all)].sort());
  });

  // Measured with seed 11643: 3.16 % (near 1 in 31) of 300,000 identity numbers pass the check of GB 32100; the
  // division digits leave 0.005 %, the table of categories none.
  test('division digits bring identity numbers taken for organisation codes from 3.2 % to under 0.03 %', () => {
    const random = seededRandom(11_643);
    const upTo = (limit: number) => Math.floor(random() * limit);
    const size = 300_000;
    const passed = { check: 0, region: 0, accepted: 0 };
    for (let n = 0; n < size; n++) {
      const area = areas[upTo(areas.length)] ?? '';
      const id = made(area, FIRST_BIRTH + upTo(LAST_BIRTH - FIRST_BIRTH + 1), 1 + upTo(999));
      if (!isUscc(id)) continue;
      passed.check++;
      if (looksLikeIdentityNumber(id)) continue;
      passed.region++;
      if (checkUscc(id).ok) passed.accepted++;
    }
    const percent = (count: number) => (count / size) * 100;
    process.stdout.write(
      `identity numbers: ${percent(passed.check).toFixed(2)} % pass the check of GB 32100, ` +
        `${percent(passed.region).toFixed(4)} % its division digits too, ${passed.accepted} its categories\n`,
    );
    expect(percent(passed.check)).toBeGreaterThan(3.1);
    expect(percent(passed.check)).toBeLessThan(3.35);
    expect(percent(passed.region)).toBeLessThan(0.03);
    expect(passed.accepted).toBe(0);
  });

  test('an identity number in the code column is never accepted as of an unknown division', () => {
    fc.assert(
      fc.property(identityNumber, (id) => {
        const check = checkUscc(id);
        if (!DIVISIONS_ENDING_19_20.has(id.slice(2, 8)))
          expect(check).toEqual({ ok: false, problem: 'identity-number' });
      }),
      { numRuns: 1000 },
    );
  });
});
