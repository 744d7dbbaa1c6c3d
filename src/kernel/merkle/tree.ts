/** The hash tree of RFC 6962 and RFC 9162 (section 2.1): hashes of leaves, nodes and whole trees, and how a tree splits. */

/** A hash function, passed in because the kernel has none: SHA-256 for a public log. */
export type HashBytes = (bytes: Uint8Array) => Uint8Array;

/** The leaves `[start, end)` of a tree, by index. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

function prefixed(prefix: number, ...parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0));
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The hash of one entry: HASH(0x00 || entry), RFC 9162 section 2.1.1. */
export function leafHash(hash: HashBytes, entry: Uint8Array): Uint8Array {
  return hash(prefixed(0, entry));
}

/** The hash of two subtrees: HASH(0x01 || left || right), RFC 9162 section 2.1.1. */
export function nodeHash(hash: HashBytes, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(prefixed(1, left, right));
}

/** The hash of a tree without leaves: HASH of nothing, RFC 9162 section 2.1.1. */
export function emptyRoot(hash: HashBytes): Uint8Array {
  return hash(new Uint8Array(0));
}

/** Whether `size` counts leaves exactly: a whole number from 0 to 2⁵³ − 1. */
export function isSize(size: number): boolean {
  return Number.isSafeInteger(size) && size >= 0;
}

/** The largest power of two smaller than `size` (≥ 2): how many leaves the left side of such a tree has. */
export function splitOf(size: number): number {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
}

/** The hash over the leaves of a range, whose leaf hashes `hashAt` tells. */
export function rangeHash(
  hash: HashBytes,
  range: LeafRange,
  hashAt: (index: number) => Uint8Array,
): Uint8Array {
  const size = range.end - range.start;
  if (size === 0) return emptyRoot(hash);
  if (size === 1) return hashAt(range.start);
  const middle = range.start + splitOf(size);
  return nodeHash(
    hash,
    rangeHash(hash, { start: range.start, end: middle }, hashAt),
    rangeHash(hash, { start: middle, end: range.end }, hashAt),
  );
}

/** The root over leaf hashes in order (MTH of RFC 9162 section 2.1.1). */
export function rootOf(hash: HashBytes, leafHashes: readonly Uint8Array[]): Uint8Array {
  return rangeHash(hash, { start: 0, end: leafHashes.length }, (index) => leafHashes[index] as Uint8Array);
}

/** Whether two hashes are the same bytes; they are public, so time tells nothing. */
export function sameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
