// The unified social credit code (GB 32100-2015): alphabet, check character, and what is wrong with a code.
import { isIdentityNumber, isIdentityShaped, looksLikeIdentityNumber } from './identity-number.ts';
import { toHalfWidth } from './text.ts';
import { USCC_CATEGORIES, USCC_DEPARTMENTS } from './uscc-table.ts';

export { USCC_CATEGORIES, USCC_DEPARTMENTS };

/** GB 32100-2015, table 3: digits and letters without I, O, S, V, Z; the place is the value. */
export const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015, annex A: the weight of place i is 3^(i-1) mod 31. */
export const USCC_WEIGHTS: readonly number[] = [
  1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
];

/** What can be wrong with a code, the first that applies. */
export type UsccProblem =
  | 'length'
  | 'alphabet'
  | 'check-character'
  | 'department'
  | 'category'
  | 'lower-case'
  | 'identity-number';

/** A valid code in its parts (department: 1 character, category: 2, area: the 6 division digits), or its problem. */
export type UsccCheck =
  | {
      readonly ok: true;
      readonly uscc: string;
      readonly department: string;
      readonly category: string;
      readonly area: string;
    }
  | { readonly ok: false; readonly problem: UsccProblem; readonly suggested?: string };

// Department and category, six digits of the division (digits only, GB/T 2260), organisation code, check character.
const SHAPE = /^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/**
 * The check character of the first 17: (31 − Σ value × weight mod 31) mod 31, so that a sum of 0 gives '0'.
 * Throws RangeError when the text isn't 17 characters of the alphabet.
 */
export function usccCheckCharacter(first17: string): string {
  if (first17.length !== 17) throw new RangeError('the check character is computed from 17 characters');
  let sum = 0;
  for (let place = 0; place < 17; place++) {
    const value = USCC_ALPHABET.indexOf(first17.charAt(place));
    if (value < 0) throw new RangeError(`character ${place + 1} is not in the alphabet of GB 32100`);
    sum += value * (USCC_WEIGHTS[place] ?? 0);
  }
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Length, alphabet and check character only; not the department, nor whether it is a person's number. */
export function isUscc(text: string): boolean {
  return SHAPE.test(text) && usccCheckCharacter(text.slice(0, 17)) === text.charAt(17);
}

function upperCase(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** The problem of an upper-cased code, if any. Unknown division digits are none (development zones). */
function findProblem(code: string): UsccProblem | undefined {
  if (code.length !== 18) return isIdentityNumber(code) ? 'identity-number' : 'length';
  // A mistyped identity number is one too: it must not be shown around as a faulty code.
  if (isUscc(code) ? looksLikeIdentityNumber(code) : isIdentityShaped(code) || isIdentityNumber(code)) {
    return 'identity-number';
  }
  if (!SHAPE.test(code)) return 'alphabet';
  if (!isUscc(code)) return 'check-character';
  if (!(code.charAt(0) in USCC_DEPARTMENTS)) return 'department';
  return code.slice(0, 2) in USCC_CATEGORIES ? undefined : 'category';
}

/** The code meant, when blanks, hyphens, full width, lower case or O and I for 0 and 1 are all that is wrong. */
function suggestion(text: string): string | undefined {
  const tidy = upperCase(toHalfWidth(text).replace(/[\s\u200B-\u200D\uFEFF-]/g, ''));
  return [tidy, tidy.replace(/O/g, '0').replace(/I/g, '1')].find((code) => findProblem(code) === undefined);
}

/**
 * Judges a code as it stands in a file: `ok` only for a valid upper-case code of a known department and
 * category. `suggested` is the code that was probably meant; it is never applied unasked.
 */
export function checkUscc(text: string): UsccCheck {
  const uscc = upperCase(text);
  const problem = findProblem(uscc);
  if (problem === undefined && uscc === text) {
    return { ok: true, uscc, department: uscc.charAt(0), category: uscc.slice(0, 2), area: uscc.slice(2, 8) };
  }
  if (problem === undefined) return { ok: false, problem: 'lower-case', suggested: uscc };
  const suggested = problem === 'identity-number' ? undefined : suggestion(text);
  return suggested === undefined ? { ok: false, problem } : { ok: false, problem, suggested };
}
