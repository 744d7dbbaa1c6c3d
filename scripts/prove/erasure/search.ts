/** Looks through every byte of folders for what should not be there. */
import { open, readdir } from 'node:fs/promises';
import path from 'node:path';

/** A piece of bytes with the name under which a find is told. */
export interface Needle {
  readonly what: string;
  readonly bytes: Buffer;
}

/** A find: what, and in which file. */
export interface Found {
  readonly what: string;
  readonly file: string;
}

/** What the search came to. */
export interface Searched {
  readonly files: number;
  readonly bytes: number;
  readonly found: readonly Found[];
}

const CHUNK = 4 * 1024 * 1024;

/** The raw bytes and the forms in which programs write bytes down. */
export function formsOf(what: string, bytes: Uint8Array): Needle[] {
  const raw = Buffer.from(bytes);
  const texts = {
    raw,
    hex: Buffer.from(raw.toString('hex')),
    'HEX in capitals': Buffer.from(raw.toString('hex').toUpperCase()),
    base64: Buffer.from(raw.toString('base64').replace(/=+$/, '')),
    base64url: Buffer.from(raw.toString('base64url')),
  };
  return Object.entries(texts).map(([form, needle]) => ({ what: `${what} (${form})`, bytes: needle }));
}

/** Needles by their first three bytes, so that one walk over the bytes looks for all of them. */
interface Index {
  readonly begins: Uint8Array;
  readonly needles: ReadonlyMap<number, readonly Needle[]>;
  readonly longest: number;
}

const beginOf = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);

function indexOf(needles: readonly Needle[]): Index {
  const begins = new Uint8Array(1 << 24);
  const byBegin = new Map<number, Needle[]>();
  for (const needle of needles) {
    const begin = beginOf(needle.bytes, 0);
    begins[begin] = 1;
    byBegin.set(begin, [...(byBegin.get(begin) ?? []), needle]);
  }
  return { begins, needles: byBegin, longest: Math.max(...needles.map(({ bytes }) => bytes.length)) };
}

function searchPiece(piece: Buffer, index: Index, tell: (what: string) => void): void {
  const { begins } = index;
  const last = piece.length - 2;
  for (let at = 0, begin = 0; at < last; at++) {
    begin = beginOf(piece, at);
    if (begins[begin] !== 1) continue;
    for (const { what, bytes } of index.needles.get(begin) ?? [])
      if (piece.compare(bytes, 0, bytes.length, at, Math.min(at + bytes.length, piece.length)) === 0)
        tell(what);
  }
}

async function searchFile(
  file: string,
  index: Index,
  buffer: Buffer,
): Promise<{ bytes: number; found: Found[] }> {
  const handle = await open(file, 'r');
  const found = new Set<string>();
  let total = 0;
  try {
    // The end of each piece is looked at again with the next: what is sought may lie across.
    let kept = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, kept, CHUNK);
      if (bytesRead === 0) return { bytes: total, found: [...found].map((what) => ({ what, file })) };
      total += bytesRead;
      const piece = buffer.subarray(0, kept + bytesRead);
      searchPiece(piece, index, (what) => found.add(what));
      kept = Math.min(index.longest, piece.length);
      buffer.copyWithin(0, piece.length - kept, piece.length);
    }
  } finally {
    await handle.close();
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (entry.isFile()) yield file;
  }
}

/** Every regular file below the folders. */
export async function searchFolders(
  folders: readonly string[],
  needles: readonly Needle[],
): Promise<Searched> {
  const result = { files: 0, bytes: 0, found: [] as Found[] };
  const index = indexOf(needles);
  const buffer = Buffer.allocUnsafe(CHUNK + index.longest);
  for (const folder of folders)
    for await (const file of filesBelow(folder)) {
      const { bytes, found } = await searchFile(file, index, buffer);
      result.files++;
      result.bytes += bytes;
      result.found.push(...found);
    }
  return result;
}
