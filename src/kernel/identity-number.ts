// Identity numbers of people (GB 11643-1999): known by their form and told apart from organisation codes, never kept.
import { isCivilDate } from './civil-date.ts';
import { isRegistrationNo15 } from './legacy.ts';

/** First two digits of GB/T 2260 in force or once in force; 83 is used on residence permits for Taiwan residents. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Division codes (GB/T 2260, now or since 1980) that end in 19 or 20. Read as an organisation code, an identity
 * number has its century of birth there, so no other division can be met. A test compares with data/codes.
 */
export const DIVISIONS_ENDING_19_20: ReadonlySet<string> = new Set(
  (
    '110119 120119 139019 139020 210219 210319 210719 211319 220319 220519 230719 231020 310119 310120 329019 329020 ' +
    '330219 339019 339020 350420 370620 379019 379020 430219 440620 449019 449020 500119 500120 510219'
  ).split(' '),
);

function bornOn(year: string, month: string, day: string): boolean {
  return (year.startsWith('19') || year.startsWith('20')) && isCivilDate(`${year}-${month}-${day}`);
}

/** Check character of the first 17 digits by ISO 7064 MOD 11-2 (GB 11643-1999 § 4.2.4). */
export function identityCheckCharacter(first17: string): string {
  let sum = 0;
  for (let place = 0; place < 17; place++) sum += Number(first17.charAt(place)) * (WEIGHTS[place] ?? 0);
  return '10X98765432'.charAt(sum % 11);
}

/**
 * Whether 18 characters have the outer form of an identity number: region, a day of birth in 19xx or 20xx,
 * sequence. The check character is not asked, so mistyped numbers are met too.
 */
export function isIdentityShaped(text: string): boolean {
  const match = /^(\d{2})\d{4}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text);
  return (
    match !== null && PROVINCES.has(match[1] ?? '') && bornOn(match[2] ?? '', match[3] ?? '', match[4] ?? '')
  );
}

/** Whether 15 digits have the form of an identity number before 1999: region, a day of birth in 19xx, sequence. */
export function isOldIdentityShaped(text: string): boolean {
  const match = /^(\d{2})\d{4}(\d{2})(\d{2})(\d{2})\d{3}$/.exec(text);
  return (
    match !== null && PROVINCES.has(match[1] ?? '') && bornOn(`19${match[2]}`, match[3] ?? '', match[4] ?? '')
  );
}

/** The permanent residence card for foreigners (2023 form): 9, province, country (3 digits), birth, sequence, check. */
function isForeignerShaped(text: string): boolean {
  const match = /^9(\d{2})\d{3}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text);
  return (
    match !== null && PROVINCES.has(match[1] ?? '') && bornOn(match[2] ?? '', match[3] ?? '', match[4] ?? '')
  );
}

/**
 * Whether the text is an identity number: 18 characters with region, birth date and check character (foreigners'
 * cards of 2023 too), or the 15 digits issued before 1999 (no check character; registration numbers excepted).
 */
export function isIdentityNumber(text: string): boolean {
  if (text.length === 15) return isOldIdentityShaped(text) && !isRegistrationNo15(text);
  if (!isIdentityShaped(text) && !isForeignerShaped(text)) return false;
  return identityCheckCharacter(text.slice(0, 17)) === text.charAt(17).toUpperCase();
}

/**
 * Whether 18 characters that pass the check of GB 32100 are a person's number all the same. About 1 in 32 identity
 * numbers passes it; as an organisation code its division digits are two digits of the region and the century
 * of birth, which hardly any division has. Numbers that begin with 9 stay organisation codes: development
 * zones use division digits that stand in no table.
 */
export function looksLikeIdentityNumber(text: string): boolean {
  return isIdentityShaped(text) && isIdentityNumber(text) && !DIVISIONS_ENDING_19_20.has(text.slice(2, 8));
}
