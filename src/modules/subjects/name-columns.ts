/** What the search needs of a name: one spelling, its bigrams, and the first letters of its pinyin. */
import { pinyin } from 'pinyin-pro';
import { bigrams, normaliseName } from '../../kernel/name.ts';

/** A name as `subjects.public_name` keeps it. */
export interface NameColumns {
  readonly norm: string;
  readonly bigrams: readonly string[];
  readonly initials: string;
}

/**
 * First letters of the pinyin of each character, lower case; letters and digits stand for themselves, all else falls
 * out. 重庆长江 gives `cqcj`: readings follow the words, not the single characters.
 */
export function nameInitials(norm: string): string {
  return pinyin(norm, { pattern: 'first', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** The search columns of a name in any spelling. */
export function nameColumns(name: string): NameColumns {
  const norm = normaliseName(name);
  return { norm, bigrams: bigrams(norm), initials: nameInitials(norm) };
}
