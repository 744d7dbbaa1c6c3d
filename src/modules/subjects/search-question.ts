/** What somebody typed into the search, read as a code, a name, or letters. */
import { isIdentityNumber } from '../../kernel/identity-number.ts';
import { normaliseName } from '../../kernel/name.ts';
import { toHalfWidth } from '../../kernel/text.ts';

/** Longer questions are cut; no registered name comes near. */
export const LONGEST_QUESTION = 120;

/** A question in the forms that the indexes answer. */
export interface Question {
  /** The question as a name in one spelling; empty when there is nothing to ask. */
  readonly norm: string;
  /** Codes and old numbers that it may be, in the spellings in which they are kept. */
  readonly keys: readonly string[];
  /** Letters only: it may be the initials of a name. */
  readonly letters: string | undefined;
}

/** Reads what was typed. An identity number asks for nothing: nobody is looked up by it. */
export function readQuestion(text: string): Question {
  const typed = Array.from(text).slice(0, LONGEST_QUESTION).join('');
  const code = toHalfWidth(typed)
    .replace(/[\s-]+/g, '')
    .toUpperCase();
  if (isIdentityNumber(code)) return { norm: '', keys: [], letters: undefined };
  const norm = normaliseName(typed);
  return {
    norm,
    keys: /^[0-9A-Z]{9,20}$/.test(code)
      ? [...new Set([code, norm, `${code.slice(0, -1)}-${code.slice(-1)}`])]
      : [],
    letters: /^[A-Z]{2,40}$/.test(norm) ? norm.toLowerCase() : undefined,
  };
}
