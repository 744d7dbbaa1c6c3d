/** Proofs that a tree only grew (RFC 9162 section 2.1.4). */
import { subtreeRanges, verifySubtreeConsistency } from './subtree.ts';
import { type HashBytes, isSize, type LeafRange, rangeHash } from './tree.ts';

/**
 * The subtrees whose hashes prove that the tree of `size1` leaves is the beginning of the tree of `size2`, the
 * deepest first; none when both are equal.
 * @throws RangeError when the first tree is empty (then there is nothing to prove) or larger than the second
 */
export function consistencyRanges(size1: number, size2: number): LeafRange[] {
  if (!isSize(size1) || !isSize(size2) || size1 === 0 || size1 > size2)
    throw new RangeError(`no consistency proof leads from ${size1} to ${size2} leaves`);
  return subtreeRanges({ start: 0, end: size1 }, size2);
}

/**
 * The proof that the tree over these leaf hashes grew from the tree over the first `size1` of them (PROOF of RFC 9162
 * section 2.1.4.1).
 * @throws RangeError when `size1` is 0 or more than there are leaves
 */
export function consistencyProof(
  hash: HashBytes,
  leafHashes: readonly Uint8Array[],
  size1: number,
): Uint8Array[] {
  return consistencyRanges(size1, leafHashes.length).map((range) =>
    rangeHash(hash, range, (at) => leafHashes[at] as Uint8Array),
  );
}

/**
 * Whether the proof shows that the tree of `size2` leaves with `root2` begins with the tree of `size1` leaves with
 * `root1`. From an empty tree nothing can be proved: `size1` 0 is refused.
 */
export function verifyConsistency(
  hash: HashBytes,
  size1: number,
  size2: number,
  root1: Uint8Array,
  root2: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (size1 === 0) return false;
  return verifySubtreeConsistency(hash, { start: 0, end: size1 }, size2, root1, root2, proof);
}
