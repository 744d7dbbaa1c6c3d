// Personal data in free text (numbers, e-mail, home address): where they stand, never what they are.
import { DIGIT_GAP, findIdentityNumbers, type TextRange } from './identity-number.ts';
import { findContacts } from './personal-contacts.ts';
import { toHalfWidth } from './text.ts';

/** Something of a person in a text: kind and half-open positions in the original. */
export interface PersonalData extends TextRange {
  readonly kind: 'identity-number' | 'mobile' | 'bank-card' | 'e-mail' | 'home-address';
}

// 11 digits from 13 to 19, with or without +86; not the whole part of an amount.
const MOBILE = new RegExp(
  `(?<![0-9A-Za-z.])(?:(?:\\+|00)?86${DIGIT_GAP})?1${DIGIT_GAP}[3-9](?:${DIGIT_GAP}\\d){9}(?![0-9A-Za-z]|\\.\\d)`,
  'g',
);
// A card of 16 digits may be followed by a blank and more digits, so each length is tried by itself.
const CARDS = [19, 18, 17, 16, 15].map(
  (length) => new RegExp(`(?<![0-9A-Za-z.])\\d(?:${DIGIT_GAP}\\d){${length - 1}}(?![0-9A-Za-z]|\\.\\d)`, 'g'),
);

/**
 * Issuers' prefixes with their lengths: UnionPay 62 (16–19), Visa, Mastercard, JCB, American Express, and the
 * cards of large Chinese banks from before 62 (工商 9558, 农业 95599 and 103, 中国 601382, 交通 601428 and 405512, 邮储 955100).
 */
const ISSUERS = [
  /^62\d{14,17}$/,
  /^4\d{15}$/,
  /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)\d+$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^3[47]\d{13}$/,
  /^(?:9558|601382|601428|955100|603\d{3})\d{10,15}$/,
  /^(?:95595|95599|103)\d{14,16}$/,
];

/** Luhn's check (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const value = Number(digits.charAt(digits.length - 1 - place));
    const doubled = place % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function isBankCard(digits: string): boolean {
  if (!passesLuhn(digits)) return false;
  return ISSUERS.some((issuer, index) => issuer.test(digits) && (index !== 2 || digits.length === 16));
}

function* matches(text: string, pattern: RegExp): Generator<TextRange & { digits: string }> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    yield { from: match.index, until: match.index + match[0].length, digits: match[0].replace(/\D/g, '') };
    pattern.lastIndex = match.index + 1;
  }
}

function findNumbers(plain: string): PersonalData[] {
  const read: PersonalData[] = findIdentityNumbers(plain).map((range) => ({
    kind: 'identity-number',
    ...range,
  }));
  for (const pattern of CARDS) {
    for (const { from, until, digits } of matches(plain, pattern)) {
      if (isBankCard(digits)) read.push({ kind: 'bank-card', from, until });
    }
  }
  for (const { from, until } of matches(plain, MOBILE)) read.push({ kind: 'mobile', from, until });
  return read;
}

/**
 * Personal data in a text, in order. Full-width digits and blanks or hyphens inside hide nothing. Where two
 * readings share digits the longer one is reported, so that masking it leaves nothing of the number. Kinds in `except`
 * are not looked at, so that they hide nothing of the others.
 */
export function findPersonalData(text: string, except: readonly PersonalData['kind'][] = []): PersonalData[] {
  const plain = toHalfWidth(text);
  const read: PersonalData[] = findContacts(plain);
  if (/\d\D{0,2}\d\D{0,2}\d/.test(plain)) read.push(...findNumbers(plain));
  const found: PersonalData[] = [];
  for (const range of read
    .filter(({ kind }) => !except.includes(kind))
    .sort((a, b) => b.until - b.from - (a.until - a.from))) {
    if (!found.some((other) => range.from < other.until && other.from < range.until)) found.push(range);
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A cell of a row, and whether it ends or begins inside a number. */
const TAIL = /[0-9](?:[0-9\s\-‐-―－_·]*)$/;
const HEAD = /^[\s]*[0-9xX]/;

/**
 * Whether a number of a person stands over the border of two neighbouring cells, neither of which shows it alone.
 * Only numbers that begin in one cell and end in the next count: two whole numbers side by side are none.
 * @returns the index of the first cell of each such pair
 */
export function findSplitNumbers(cells: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + 1 < cells.length; at++) {
    const [left, right] = [toHalfWidth(cells[at] ?? ''), toHalfWidth(cells[at + 1] ?? '')];
    if (!TAIL.test(left) || !HEAD.test(right)) continue;
    const border = left.trimEnd().length;
    const joined = left.trimEnd() + right.trimStart();
    if (findNumbers(joined).some(({ from, until }) => from < border && until > border)) found.push(at);
  }
  return found;
}
