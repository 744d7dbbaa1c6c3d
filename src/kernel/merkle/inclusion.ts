/** Proofs that a leaf stands at an index of a tree (RFC 9162 section 2.1.3). */
import {
  emptyRoot,
  type HashBytes,
  isSize,
  type LeafRange,
  nodeHash,
  rangeHash,
  sameHash,
  splitOf,
} from './tree.ts';

/**
 * The subtrees whose hashes prove that leaf `index` is in a tree of `size` leaves, from the leaf's sibling up.
 * @throws RangeError when the tree has no such leaf
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!isSize(index) || !isSize(size) || index >= size)
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  const descend = (start: number, end: number): LeafRange[] => {
    if (end - start === 1) return [];
    const middle = start + splitOf(end - start);
    return index < middle
      ? [...descend(start, middle), { start: middle, end }]
      : [...descend(middle, end), { start, end: middle }];
  };
  return descend(0, size);
}

/**
 * The proof that the leaf at `index` is in the tree over these leaf hashes (PATH of RFC 9162 section 2.1.3.1).
 * @throws RangeError when the tree has no such leaf
 */
export function inclusionProof(
  hash: HashBytes,
  leafHashes: readonly Uint8Array[],
  index: number,
): Uint8Array[] {
  return inclusionRanges(index, leafHashes.length).map((range) =>
    rangeHash(hash, range, (at) => leafHashes[at] as Uint8Array),
  );
}

/** Whether the proof shows that a leaf with this hash stands at `index` of the tree with `size` leaves and this root. */
export function verifyInclusion(
  hash: HashBytes,
  index: number,
  size: number,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  // A leaf hash of another length could be a hash and a piece of its neighbour.
  if (leaf.length !== emptyRoot(hash).length) return false;
  const rest = [...proof];
  // Down the tree, taking the proof from its end, where the hashes next to the root are; up again, hashing.
  const rebuild = (at: number, count: number): Uint8Array | undefined => {
    if (count === 1) return leaf;
    const left = splitOf(count);
    const sibling = rest.pop();
    if (sibling === undefined) return undefined;
    const own = at < left ? rebuild(at, left) : rebuild(at - left, count - left);
    if (own === undefined) return undefined;
    return at < left ? nodeHash(hash, own, sibling) : nodeHash(hash, sibling, own);
  };
  const rebuilt = rebuild(index, size);
  return rebuilt !== undefined && rest.length === 0 && sameHash(rebuilt, root);
}
