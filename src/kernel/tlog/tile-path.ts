/** Which tiles and entry bundles a log has, and under which paths (C2SP tlog-tiles). */
import { isSize } from '../merkle/tree.ts';
import { TlogError } from './tlog-error.ts';

/** How many hashes or entries a full tile or bundle has. */
export const tileWidth = 256;

const highestLevel = 63;

/** A tile of hashes (level 0: of leaves; above: of full tiles below), or a bundle of entries. */
export interface Tile {
  readonly level: number | 'entries';
  readonly index: number;
  /** 256 when full, else 1 to 255. */
  readonly width: number;
}

/** An index as path elements of three digits: 1234067 is `x001/x234/067`. */
function indexPath(index: number): string {
  let path = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000))
    path = `x${String(rest % 1000).padStart(3, '0')}/${path}`;
  return path;
}

function isTile({ level, index, width }: Tile): boolean {
  const levelIsGood = level === 'entries' || (Number.isInteger(level) && level >= 0 && level <= highestLevel);
  return levelIsGood && isSize(index) && Number.isInteger(width) && width >= 1 && width <= tileWidth;
}

/**
 * The path below the log's prefix, such as `tile/0/x001/067.p/12`.
 * @throws TlogError when there can be no such tile
 */
export function tilePath(tile: Tile): string {
  if (!isTile(tile))
    throw new TlogError(
      `没有层 ${tile.level}、序号 ${tile.index}、宽 ${tile.width} 的瓦片。`,
      `There is no tile of level ${tile.level}, index ${tile.index} and width ${tile.width}.`,
    );
  const suffix = tile.width === tileWidth ? '' : `.p/${tile.width}`;
  return `tile/${tile.level}/${indexPath(tile.index)}${suffix}`;
}

/**
 * Reads a path; only the one spelling that `tilePath` writes is accepted.
 * @throws TlogError for any other text
 */
export function parseTilePath(path: string): Tile {
  const parts = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  const [level = '', index = '', width] = parts?.slice(1) ?? [];
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(index.replace(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  };
  if (parts === null || !isTile(tile) || tilePath(tile) !== path)
    throw new TlogError(`“${path}” 不是瓦片的路径。`, `"${path}" is not the path of a tile.`);
  return tile;
}

/** Tiles of one level that are new once it has `after` hashes instead of `before`. */
function grownTiles(level: Tile['level'], before: number, after: number): Tile[] {
  if (after <= before) return [];
  const tiles: Tile[] = [];
  for (let index = Math.floor(before / tileWidth); index * tileWidth < after; index += 1)
    tiles.push({ level, index, width: Math.min(tileWidth, after - index * tileWidth) });
  return tiles;
}

/** Tiles of hashes to be written when a log grows: the new ones, and the ones that were partial, level by level. */
export function newTiles(oldSize: number, newSize: number): Tile[] {
  const tiles: Tile[] = [];
  let [before, after] = [oldSize, newSize];
  for (let level = 0; after > 0; level += 1) {
    tiles.push(...grownTiles(level, before, after));
    [before, after] = [Math.floor(before / tileWidth), Math.floor(after / tileWidth)];
  }
  return tiles;
}

/** Entry bundles to be written when a log grows. */
export function newBundles(oldSize: number, newSize: number): Tile[] {
  return grownTiles('entries', oldSize, newSize);
}

/** All tiles of hashes of a log of this size. */
export function tilesFor(size: number): Tile[] {
  return newTiles(0, size);
}

/** The level-0 tile or the bundle that holds a leaf, as it is in a log of `size` entries. */
export function tileOfLeaf(level: 0 | 'entries', index: number, size: number): Tile {
  const place = Math.floor(index / tileWidth);
  return { level, index: place, width: Math.min(tileWidth, size - place * tileWidth) };
}
