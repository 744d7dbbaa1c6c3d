/** Names that look like what was asked for: how they are sought by bigrams, and which of them are near enough. */
import { bigrams, nameCore } from '../../kernel/name.ts';
import { nameInitials } from './name-columns.ts';

/** How to look for names like a question that none contains. */
export interface Likeness {
  /** What tells firms apart in the question: without places in front and legal form. */
  readonly core: string;
  readonly bigrams: readonly string[];
  /** A name must have one of these whole. */
  readonly subsets: readonly (readonly string[])[];
  /** Pinyin initials of the whole question, when there are enough of them. */
  readonly initials: string | undefined;
}

/**
 * A wrong, missing or added character spoils at most two neighbouring bigrams, two exchanged ones three; the subsets
 * are what such a slip leaves. `norm` is normalised.
 */
export function likenessOf(norm: string, areaNames: readonly string[]): Likeness | undefined {
  const core = nameCore(norm, areaNames);
  const pairs = bigrams(core).filter((pair) => Array.from(pair).length === 2);
  if (pairs.length === 0) return undefined;
  const spoilt = pairs.length >= 6 ? 3 : Math.min(2, pairs.length - 1);
  const subsets =
    spoilt === 0
      ? [pairs]
      : pairs.slice(spoilt - 1).map((_, at) => [...pairs.slice(0, at), ...pairs.slice(at + spoilt)]);
  const initials = nameInitials(norm);
  return { core, bigrams: pairs, subsets, initials: initials.length >= 4 ? initials : undefined };
}

/** Whether a name found by `likeness` is near enough: shared pairs, the sound of it, or a slip of the pen. */
export function isNear(likeness: Likeness, name: { norm: string; overlap: number }): boolean {
  if (name.overlap >= Math.max(2, likeness.bigrams.length / 2)) return true;
  if (likeness.initials && name.overlap > 0 && nameInitials(name.norm).startsWith(likeness.initials))
    return true;
  const length = likeness.core.length;
  return editsToContain(likeness.core, name.norm) <= (length >= 7 ? 2 : length >= 3 ? 1 : 0);
}

/** The fewest characters to change, add or take away so that `text` contains `part` (Sellers 1980). */
export function editsToContain(part: string, text: string): number {
  let column = Array.from({ length: part.length + 1 }, (_, at) => at);
  let best = part.length;
  for (const char of text) {
    const next = [0];
    for (let at = 1; at <= part.length; at++) {
      const change = (column[at - 1] ?? 0) + (part[at - 1] === char ? 0 : 1);
      next.push(Math.min(change, (column[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    column = next;
    best = Math.min(best, column[part.length] ?? best);
  }
  return best;
}
