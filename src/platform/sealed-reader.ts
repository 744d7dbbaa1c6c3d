/** Reads a sealed file from any place, chunk by chunk, so that formats with a directory at the end need no plain copy. */
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { chunkBytes, headerBytes, openChunk, TamperedFile, tagBytes } from './sealed-stream.ts';

/** A sealed file opened for reading in any order. */
export type SealedReader = {
  /** Bytes of the content as it came. */
  readonly size: number;
  /** The bytes `[offset, offset + length)`; fewer only at the end. @throws TamperedFile */
  read(offset: number, length: number): Promise<Buffer>;
  /** The bytes from `from` to the end. */
  stream(from?: number): Readable;
  close(): Promise<void>;
};

const sealedChunk = chunkBytes + tagBytes;

async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  const { bytesRead } = await handle.read(bytes, 0, length, position);
  if (bytesRead !== length)
    throw new TamperedFile('the sealed file is shorter than it was when it was opened');
  return bytes;
}

/** Opens the sealed file at `path`; `key` is its 32 bytes. @throws Error with code ENOENT when it is not there */
export async function openSealedReader(path: string, key: Uint8Array): Promise<SealedReader> {
  const handle = await open(path, 'r');
  const { size: sealedSize } = await handle.stat();
  const chunks = Math.max(1, Math.ceil((sealedSize - headerBytes) / sealedChunk));
  const size = sealedSize - headerBytes - chunks * tagBytes;
  if (size < 0) {
    await handle.close();
    throw new TamperedFile('the sealed file is cut off or not one of ours');
  }
  const header = await readExactly(handle, 0, headerBytes);
  // The last chunk opened is kept: neighbouring reads, such as a ZIP directory's, mostly fall into it.
  let held: { index: number; bytes: Buffer } | undefined;

  async function chunk(index: number): Promise<Buffer> {
    if (held?.index === index) return held.bytes;
    const position = headerBytes + index * sealedChunk;
    const piece = await readExactly(handle, position, Math.min(sealedChunk, sealedSize - position));
    const bytes = openChunk(piece, key, { header, counter: index, last: index === chunks - 1 });
    held = { index, bytes };
    return bytes;
  }

  async function* pieces(from: number): AsyncGenerator<Buffer> {
    for (let at = from; at < size; ) {
      const bytes = await chunk(Math.floor(at / chunkBytes));
      const piece = bytes.subarray(at % chunkBytes);
      yield piece;
      at += piece.length;
    }
  }

  return {
    size,
    async read(offset, length) {
      const parts: Buffer[] = [];
      const until = Math.min(offset + length, size);
      for (let at = offset; at < until; ) {
        const bytes = await chunk(Math.floor(at / chunkBytes));
        const piece = bytes.subarray(at % chunkBytes, Math.min(bytes.length, (at % chunkBytes) + until - at));
        parts.push(piece);
        at += piece.length;
      }
      return Buffer.concat(parts);
    },
    stream: (from = 0) => Readable.from(pieces(from), { objectMode: false }),
    close: () => handle.close(),
  };
}
