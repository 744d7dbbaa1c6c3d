// What an identity number says of its holder as far as the law asks: one spelling, the day of birth, and whether of age.
import { addYears, type CivilDate } from './civil-date.ts';
import { identityCheckCharacter, isIdentityNumber } from './identity-number.ts';
import { toHalfWidth } from './text.ts';

/**
 * The number in the one form that is kept: 18 characters without separators, the 15 digits of before 1999 with century
 * and check character put in (GB 11643-1999). Undefined for what is no valid number.
 */
export function normaliseIdentityNumber(text: string): string | undefined {
  const plain = toHalfWidth(text)
    .replace(/[\s\u200B-\u200D\u2060\uFEFF\-‐-―－_·]/g, '')
    .toUpperCase();
  if (!isIdentityNumber(plain)) return undefined;
  if (plain.length === 18) return plain;
  const first17 = `${plain.slice(0, 6)}19${plain.slice(6)}`;
  return first17 + identityCheckCharacter(first17);
}

/** The day of birth in a number of 18 characters; the cards of foreigners have it in the same place. */
export function birthDateOf(identityNumber: string): CivilDate {
  const [year, month, day] = [6, 10, 12].map((from, place) =>
    identityNumber.slice(from, from + (place === 0 ? 4 : 2)),
  );
  return `${year}-${month}-${day}` as CivilDate;
}

/** Eighteen full years (周岁), which are over the day after the birthday (法释〔2006〕1号 art. 2: the stricter count). */
export function isOfAge(bornOn: CivilDate, on: CivilDate): boolean {
  return addYears(bornOn, 18) < on;
}
