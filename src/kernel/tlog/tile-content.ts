/** What tiles and entry bundles hold, and how they grow with the log (C2SP tlog-tiles). */
import { type HashBytes, rootOf } from '../merkle/tree.ts';
import { concatenate, hashLength } from './encoding.ts';
import { type Tile, tilePath, tileWidth } from './tile-path.ts';
import { TlogError } from './tlog-error.ts';

/** Reads the file at a path below the log's prefix; fails when there is none. */
export type TileReader = (path: string) => Promise<Uint8Array>;

/** A file to be written; one that exists already has the same content or is a narrower tile under another path. */
export interface TileFile {
  readonly tile: Tile;
  readonly path: string;
  readonly bytes: Uint8Array;
}

const longestEntry = 0xffff;

/**
 * The hashes of a tile.
 * @throws TlogError when it has not the length that its path promises
 */
export async function readTile(read: TileReader, tile: Tile): Promise<Uint8Array[]> {
  const path = tilePath(tile);
  const bytes = await read(path);
  if (bytes.length !== tile.width * hashLength)
    throw new TlogError(
      `${path} 有 ${bytes.length} 字节，应有 ${tile.width * hashLength} 字节。`,
      `${path} has ${bytes.length} bytes instead of ${tile.width * hashLength}.`,
    );
  return Array.from({ length: tile.width }, (_, place) =>
    bytes.subarray(place * hashLength, (place + 1) * hashLength),
  );
}

/**
 * The entries as a bundle: each after its length in two bytes.
 * @throws TlogError when one is longer than 65,535 bytes
 */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concatenate(
    entries.flatMap((entry) => {
      if (entry.length > longestEntry)
        throw new TlogError('日志条目超过 65535 字节。', 'An entry is longer than 65535 bytes.');
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/**
 * The entries of a bundle of `width`.
 * @throws TlogError when it ends too early, or has more or fewer entries
 */
export function parseBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 2 <= bytes.length && entries.length < width) {
    const start = at + 2;
    at = start + view.getUint16(at);
    entries.push(bytes.subarray(start, at));
  }
  if (at !== bytes.length || entries.length !== width)
    throw new TlogError(`条目包不成立：应恰有 ${width} 条。`, `Not a bundle of exactly ${width} entries.`);
  return entries;
}

/** Reads the entries of a bundle. */
export async function readBundle(read: TileReader, bundle: Tile): Promise<Uint8Array[]> {
  return parseBundle(await read(tilePath(bundle)), bundle.width);
}

/** Cuts one level into tiles: `kept` from its last partial tile, `fresh` behind them. */
function cut<T>(level: Tile['level'], first: number, all: readonly T[], format: (part: T[]) => Uint8Array) {
  const files: TileFile[] = [];
  for (let at = 0; at < all.length; at += tileWidth) {
    const part = all.slice(at, at + tileWidth);
    const tile: Tile = { level, index: first + at / tileWidth, width: part.length };
    files.push({ tile, path: tilePath(tile), bytes: format(part) });
  }
  return files;
}

/**
 * The tiles to write when leaf hashes are appended to a log of `oldSize`, as `newTiles` lists them. Of the old tiles
 * only the partial ones are read, one a level.
 */
export async function growTiles(
  hash: HashBytes,
  read: TileReader,
  oldSize: number,
  leafHashes: readonly Uint8Array[],
): Promise<TileFile[]> {
  const files: TileFile[] = [];
  let count = oldSize;
  let fresh = leafHashes;
  for (let level = 0; fresh.length > 0; level += 1) {
    const [first, width] = [Math.floor(count / tileWidth), count % tileWidth];
    const kept = width === 0 ? [] : await readTile(read, { level, index: first, width });
    const all = [...kept, ...fresh];
    files.push(...cut(level, first, all, concatenate));
    const full = Math.floor(all.length / tileWidth);
    fresh = Array.from({ length: full }, (_, tile) =>
      rootOf(hash, all.slice(tile * tileWidth, (tile + 1) * tileWidth)),
    );
    count = first;
  }
  return files;
}

/** The bundles to write when entries are appended to a log of `oldSize`; an old partial one is read. */
export async function growBundles(
  read: TileReader,
  oldSize: number,
  entries: readonly Uint8Array[],
): Promise<TileFile[]> {
  if (entries.length === 0) return [];
  const [first, width] = [Math.floor(oldSize / tileWidth), oldSize % tileWidth];
  const kept = width === 0 ? [] : await readBundle(read, { level: 'entries', index: first, width });
  return cut('entries', first, [...kept, ...entries], formatBundle);
}
