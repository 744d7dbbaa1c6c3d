/** What the monitor may find, as a closed list. */

/** Kinds of differences between database and log. */
const differenceKinds = [
  /** Rows of an entry are not those that were logged: changed, deleted, added or dated back. */
  'rows-changed',
  /** The entry itself does not lead to its leaf, or its secret is gone without an erasure. */
  'entry-changed',
  /** Rows name an entry that there is not. */
  'rows-without-entry',
  /** A leaf has no entry. */
  'leaf-without-entry',
  /** An entry is in no published checkpoint ten minutes after it was put down. */
  'entry-without-leaf',
  /** Tiles do not hash to the root that was signed. */
  'tree-broken',
  /** The newest signed checkpoint has no signature of the witness. */
  'not-witnessed',
] as const;

export type DifferenceKind = (typeof differenceKinds)[number];

/** One difference: in which table, of which entry, at which leaf. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly source?: string;
  readonly entryId?: string;
  readonly leafIndex?: number;
}
