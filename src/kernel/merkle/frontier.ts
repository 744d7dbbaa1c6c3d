/** The right edge of a growing tree: all that is needed to append leaves and tell the root, in O(log n) hashes. */
import { emptyRoot, type HashBytes, isSize, nodeHash } from './tree.ts';

/** How many leaves there are, and the roots of the complete subtrees they fall into, the largest (leftmost) first. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/** One complete subtree stands for each binary digit 1 of the size. */
function countOfPeaks(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** Whether a frontier that was kept somewhere has as many subtrees as its size wants. */
export function isFrontier(frontier: Frontier): boolean {
  return isSize(frontier.size) && countOfPeaks(frontier.size) === frontier.peaks.length;
}

/** The frontier after these leaf hashes; the given one stays as it was. */
export function appendLeaves(
  hash: HashBytes,
  frontier: Frontier,
  leafHashes: Iterable<Uint8Array>,
): Frontier {
  const peaks = [...frontier.peaks];
  let size = frontier.size;
  for (const leaf of leafHashes) {
    let own = leaf;
    // Each trailing digit 1 of the old size is a subtree as large as the new one: the two become one.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2)
      own = nodeHash(hash, peaks.pop() as Uint8Array, own);
    peaks.push(own);
    size += 1;
  }
  return { size, peaks };
}

/** The root of the tree, hashing the smallest subtrees first (RFC 9162 section 2.1.1). */
export function frontierRoot(hash: HashBytes, frontier: Frontier): Uint8Array {
  const root = frontier.peaks.reduceRight<Uint8Array | undefined>(
    (right, left) => (right === undefined ? left : nodeHash(hash, left, right)),
    undefined,
  );
  return root ?? emptyRoot(hash);
}
