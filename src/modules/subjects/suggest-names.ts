/** Suggests names while somebody types; never a C13 subject, whose names are not in the table that is asked. */
import type { Queryable } from '../../platform/db/index.ts';
import { findNames } from './find-names.ts';
import {
  anyOf,
  type NameRow,
  publicNames,
  whereContaining,
  whereInitials,
  wherePrefix,
} from './queries/search.ts';
import { readQuestion } from './search-question.ts';

/** A name to choose. */
export interface Suggestion {
  readonly name: string;
  /** Null for subjects of the legacy lane. */
  readonly uscc: string | null;
}

/** Names looked at, of which the shortest are suggested. */
const SAMPLE = 40;

/**
 * At most `limit` names that begin with what was typed, then such that contain it; letters also as pinyin initials.
 * A single character suggests nothing. `db` may be the portal's.
 */
export async function suggestNames(db: Queryable, typed: string, limit = 8): Promise<Suggestion[]> {
  const { norm, letters } = readQuestion(typed);
  if (Array.from(norm).length < 2) return [];
  const starts = [publicNames(wherePrefix(norm), SAMPLE)];
  if (letters) starts.push(publicNames(whereInitials(letters), SAMPLE));
  const chosen = new Map<string, Suggestion>();
  choose(chosen, await findNames(db, anyOf(starts)), limit);
  if (chosen.size < limit) {
    choose(chosen, await findNames(db, publicNames(whereContaining(norm), SAMPLE)), limit);
  }
  return [...chosen.values()];
}

function choose(chosen: Map<string, Suggestion>, rows: readonly NameRow[], limit: number): void {
  const sorted = rows.toSorted(
    (a, b) => a.name_norm.length - b.name_norm.length || (a.name_norm < b.name_norm ? -1 : 1),
  );
  for (const row of sorted) {
    if (chosen.size >= limit) return;
    if (!chosen.has(row.name)) chosen.set(row.name, { name: row.name, uscc: row.uscc });
  }
}
