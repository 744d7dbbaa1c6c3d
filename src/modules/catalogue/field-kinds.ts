/** The closed list of what a field may hold, and the kinds that no item may ever declare (charter C2). */

/** A forbidden kind with the words that give it away in a field's name. */
export interface ForbiddenKind {
  readonly kind: string;
  readonly words: readonly string[];
  readonly source: string;
}

/** The shape of data/catalogue/field-kinds.json. */
export interface FieldKinds {
  readonly allowed: readonly string[];
  /** Kinds of field that may be kept but never be open. */
  readonly openKindsNever: readonly string[];
  readonly never: readonly ForbiddenKind[];
  /** Grades and the like, which items about natural persons never hold (charter C4). */
  readonly organisationsOnly: readonly string[];
  /** Refused for natural persons: lawful only with a written consent under a law. */
  readonly personFinance: readonly ForbiddenKind[];
}

/** The forbidden kind that a field is, by its kind or by a word in one of its names. */
export function findForbidden(
  forbidden: readonly ForbiddenKind[],
  kind: string,
  names: readonly string[],
): ForbiddenKind | undefined {
  return forbidden.find(
    (entry) => entry.kind === kind || entry.words.some((word) => names.some((name) => name.includes(word))),
  );
}
