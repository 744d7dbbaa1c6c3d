/** A log's tree read from its tiles: root and proofs, each from a handful of tiles. */
import { consistencyRanges } from '../merkle/consistency.ts';
import { inclusionRanges } from '../merkle/inclusion.ts';
import { emptyRoot, type HashBytes, type LeafRange, nodeHash, rootOf, splitOf } from '../merkle/tree.ts';
import { readTile, type TileReader } from './tile-content.ts';
import { tilePath, tileWidth } from './tile-path.ts';

/**
 * The tree of a log at one size. Nothing it tells is verified: hold proofs against the root of a signed checkpoint.
 * Its promises fail as the reader fails, with TlogError for a tile of the wrong length, and with RangeError for an
 * index or size the tree has not.
 */
export interface TiledTree {
  readonly size: number;
  root(): Promise<Uint8Array>;
  leafHash(index: number): Promise<Uint8Array>;
  /** For `verifyInclusion` of the leaf at `index`. */
  inclusionProof(index: number): Promise<Uint8Array[]>;
  /** For `verifyConsistency` from `size1` (1 or more) to the size of this tree. */
  consistencyProof(size1: number): Promise<Uint8Array[]>;
}

/** Tiles kept at hand: enough that neighbouring proofs read none twice, few enough for any log. */
const mostTiles = 64;

/** The tree of `size` leaves over these tiles. */
export function tiledTree(hash: HashBytes, read: TileReader, size: number): TiledTree {
  const atHand = new Map<string, Promise<Uint8Array[]>>();

  /** The tile as it is in a tree of this size. */
  const tileAt = (level: number, index: number): Promise<Uint8Array[]> => {
    const hashes = Math.floor(size / tileWidth ** level);
    const tile = { level, index, width: Math.min(tileWidth, hashes - index * tileWidth) };
    const path = tilePath(tile);
    const known = atHand.get(path);
    if (known) return known;
    const oldest = atHand.keys().next();
    if (atHand.size >= mostTiles && !oldest.done) atHand.delete(oldest.value);
    const found = readTile(read, tile);
    atHand.set(path, found);
    return found;
  };

  /** The hash of a complete subtree of 2^`height` leaves: part of one tile. */
  const completeHash = async (start: number, height: number): Promise<Uint8Array> => {
    const level = Math.floor(height / 8);
    const place = start / tileWidth ** level;
    const tile = await tileAt(level, Math.floor(place / tileWidth));
    const from = place % tileWidth;
    return rootOf(hash, tile.slice(from, from + 2 ** (height % 8)));
  };

  const hashOf = async ({ start, end }: LeafRange): Promise<Uint8Array> => {
    const count = end - start;
    if (count === 0) return emptyRoot(hash);
    let height = 0;
    while (2 ** height < count) height += 1;
    if (2 ** height === count) return completeHash(start, height);
    const middle = start + splitOf(count);
    const left = await hashOf({ start, end: middle });
    return nodeHash(hash, left, await hashOf({ start: middle, end }));
  };

  const hashesOf = async (ranges: readonly LeafRange[]): Promise<Uint8Array[]> => {
    const hashes: Uint8Array[] = [];
    for (const range of ranges) hashes.push(await hashOf(range));
    return hashes;
  };

  return {
    size,
    root: () => hashOf({ start: 0, end: size }),
    leafHash: async (index) => {
      if (!(index >= 0 && index < size))
        throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
      return hashOf({ start: index, end: index + 1 });
    },
    inclusionProof: async (index) => hashesOf(inclusionRanges(index, size)),
    consistencyProof: async (size1) => hashesOf(consistencyRanges(size1, size)),
  };
}
