/** Proofs about a subtree of a log: RFC 9162 section 2.1.4 made wider by draft-ietf-plants-merkle-tree-certs section 4. */
import { verifyInclusion } from './inclusion.ts';
import { emptyRoot, type HashBytes, isSize, type LeafRange, nodeHash, sameHash, splitOf } from './tree.ts';

/** Whether the leaves of the range are a subtree of every tree that has them: `start` a multiple of 2ⁿ ≥ their number. */
export function isSubtree(range: LeafRange): boolean {
  const { start, end } = range;
  if (!isSize(start) || !isSize(end) || start > end) return false;
  let width = 1;
  while (width < end - start) width *= 2;
  return start % width === 0;
}

/**
 * The subtrees whose hashes prove that a subtree is part of a tree of `size` leaves, the deepest first. The subtree
 * must be one (`isSubtree`), not empty, and end within the tree.
 */
export function subtreeRanges(subtree: LeafRange, size: number): LeafRange[] {
  // `known`: the verifier has the hash of the part looked for, so the proof need not repeat it.
  const descend = (start: number, end: number, part: LeafRange, known: boolean): LeafRange[] => {
    if (part.start === start && part.end === end) return known ? [] : [part];
    const middle = start + splitOf(end - start);
    const [left, right] = [
      { start, end: middle },
      { start: middle, end },
    ];
    if (part.end <= middle) return [...descend(start, middle, part, known), right];
    if (part.start >= middle) return [...descend(middle, end, part, known), left];
    return [...descend(middle, end, { start: middle, end: part.end }, false), left];
  };
  return descend(0, size, subtree, true);
}

/** Hashes of the looked-for part and of the whole, as far up as the proof was followed. */
interface Rebuilt {
  readonly part: Uint8Array;
  readonly whole: Uint8Array;
}

/**
 * Whether the proof shows that the subtree with `subtreeRoot` is part of the tree of `size` leaves with this root. An
 * empty subtree is part of every tree, with the empty root and an empty proof.
 */
export function verifySubtreeConsistency(
  hash: HashBytes,
  subtree: LeafRange,
  size: number,
  subtreeRoot: Uint8Array,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSubtree(subtree) || !isSize(size) || subtree.end > size) return false;
  if (subtree.start === subtree.end) return proof.length === 0 && sameHash(subtreeRoot, emptyRoot(hash));
  const rest = [...proof];
  const rebuild = (from: number, to: number, count: number, known: boolean): Rebuilt | undefined => {
    if (from === 0 && to === count) {
      const own = known ? subtreeRoot : rest.pop();
      return own && { part: own, whole: own };
    }
    const left = splitOf(count);
    const sibling = rest.pop();
    if (sibling === undefined) return undefined;
    if (to <= left) {
      const below = rebuild(from, to, left, known);
      return below && { part: below.part, whole: nodeHash(hash, below.whole, sibling) };
    }
    const below = rebuild(Math.max(from - left, 0), to - left, count - left, known && from >= left);
    if (below === undefined) return undefined;
    const whole = nodeHash(hash, sibling, below.whole);
    return { part: from >= left ? below.part : nodeHash(hash, sibling, below.part), whole };
  };
  const rebuilt = rebuild(subtree.start, subtree.end, size, true);
  return (
    rebuilt !== undefined &&
    rest.length === 0 &&
    sameHash(rebuilt.part, subtreeRoot) &&
    sameHash(rebuilt.whole, root)
  );
}

/** Whether the proof shows that a leaf with this hash stands at `index` of the log within the subtree with this root. */
export function verifySubtreeInclusion(
  hash: HashBytes,
  index: number,
  subtree: LeafRange,
  leaf: Uint8Array,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isSubtree(subtree) || index < subtree.start) return false;
  return verifyInclusion(hash, index - subtree.start, subtree.end - subtree.start, leaf, proof, root);
}
