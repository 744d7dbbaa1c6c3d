// Personal data in free text (numbers, e-mail, home address): where they stand, never what they are.
import { isDigitCharacter, isGapCharacter, type TextRange } from './digit-runs.ts';
import { findContacts } from './personal-contacts.ts';
import { findPersonalNumbers, type PersonalNumber } from './personal-numbers.ts';
import { toHalfWidth } from './text.ts';

/** Something of a person in a text: kind and half-open positions in the original. */
export interface PersonalData extends TextRange {
  readonly kind: PersonalNumber['kind'] | 'e-mail' | 'home-address';
}

function find(text: string): PersonalData[] {
  const plain = toHalfWidth(text);
  return [...findContacts(plain), ...findPersonalNumbers(plain)];
}

/**
 * Personal data in a text, in order. Neither other scripts and widths of digits nor anything but words between them
 * hides a number. Where two readings share digits the longer one is reported, so that masking it leaves nothing of the
 * number. Kinds in `except` are not looked at, so that they hide nothing of the others.
 */
export function findPersonalData(text: string, except: readonly PersonalData['kind'][] = []): PersonalData[] {
  const found: PersonalData[] = [];
  for (const range of find(text)
    .filter(({ kind }) => !except.includes(kind))
    .sort((a, b) => b.until - b.from - (a.until - a.from))) {
    if (!found.some((other) => range.from < other.until && other.from < range.until)) found.push(range);
  }
  return found.sort((a, b) => a.from - b.from);
}

/** Whether a character can stand at the border of two cells that share a number or an e-mail address. */
function isSplitSign(character: string): boolean {
  return isDigitCharacter(character) || isGapCharacter(character) || /[a-zA-Z@＠]/.test(character);
}

/**
 * Whether something of a person stands over the border of two neighbouring cells, neither of which shows it alone.
 * Only what begins in one cell and ends in the next counts: two whole numbers side by side are none.
 * @returns the index of the first cell of each such pair
 */
export function findSplitData(cells: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at + 1 < cells.length; at++) {
    const [left, right] = [(cells[at] ?? '').trimEnd(), (cells[at + 1] ?? '').trimStart()];
    if (!isSplitSign(left.slice(-1)) || !isSplitSign(right.slice(0, 1))) continue;
    const border = left.length;
    if (find(left + right).some(({ from, until }) => from < border && until > border)) found.push(at);
  }
  return found;
}
