/** What somebody typed into the search, read as a code, a name, letters, or something like a name. */
import { isIdentityNumber } from '../../kernel/identity-number.ts';
import { bigrams, nameCore, normaliseName } from '../../kernel/name.ts';
import { toHalfWidth } from '../../kernel/text.ts';
import { nameInitials } from './name-columns.ts';

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

/** How to look for names like the question when none contains it. */
export interface Likeness {
  readonly core: readonly string[];
  readonly subsets: readonly (readonly string[])[];
  readonly initials: string | undefined;
}

/**
 * The bigrams of the core, and the subsets of which a name must have one whole: a wrong, missing or added character
 * spoils at most two neighbouring bigrams, two exchanged ones three. At least two stay, so that a subset is never one
 * common word such as 建材.
 */
export function likenessOf(norm: string, areaNames: readonly string[]): Likeness | undefined {
  const core = bigrams(nameCore(norm, areaNames)).filter((pair) => Array.from(pair).length === 2);
  if (core.length === 0) return undefined;
  const spoilt = core.length >= 6 ? 3 : Math.min(2, Math.max(0, core.length - 2));
  const subsets =
    spoilt === 0
      ? [core]
      : core.slice(spoilt - 1).map((_, at) => [...core.slice(0, at), ...core.slice(at + spoilt)]);
  const initials = nameInitials(norm);
  return { core, subsets, initials: initials.length >= 4 ? initials : undefined };
}
