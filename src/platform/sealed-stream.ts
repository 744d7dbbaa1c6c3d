/** Encryption of a stream in chunks, so that 1 GB is sealed and opened in flat memory and any change is noticed. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015): nonce = random prefix ‖ counter ‖ last-chunk flag.
// Chunks can then neither be left out, doubled, exchanged nor cut off at the end without the tag failing.
/** Clear bytes in every chunk but the last. */
export const chunkBytes = 64 * 1024;
/** Bytes that each sealed chunk is longer than its content. */
export const tagBytes = 16;
const magic = Buffer.from('GXF1');
const prefixBytes = 7;
/** Bytes before the first chunk. */
export const headerBytes = magic.length + prefixBytes;
const mostChunks = 2 ** 32;

/** A sealed file that was changed, cut off, or sealed with another key. */
export class TamperedFile extends Error {
  override readonly name = 'TamperedFile';
}

function nonce(header: Buffer, counter: number, last: boolean): Buffer {
  if (counter >= mostChunks) throw new RangeError('the file is too long for one key');
  const bytes = Buffer.alloc(12);
  header.copy(bytes, 0, magic.length);
  bytes.writeUInt32BE(counter, prefixBytes);
  bytes.writeUInt8(last ? 1 : 0, prefixBytes + 4);
  return bytes;
}

/** Cuts any stream into pieces of exactly `size` bytes; the last one may be shorter, and there is always one. */
async function* inPieces(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let parts: Buffer[] = [];
  let held = 0;
  for await (const bytes of source) {
    parts.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    held += bytes.byteLength;
    if (held <= size) continue;
    let joined = Buffer.concat(parts);
    // More than one piece is at hand: whatever is given out now is not the last.
    for (; joined.length > size; joined = joined.subarray(size))
      yield { piece: joined.subarray(0, size), last: false };
    parts = [joined];
    held = joined.length;
  }
  yield { piece: Buffer.concat(parts), last: true };
}

/** Seals a stream with AES-256-GCM (NIST SP 800-38D); `key` has 32 bytes and is used for this one file only. */
export async function* seal(source: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncGenerator<Buffer> {
  const header = Buffer.concat([magic, randomBytes(prefixBytes)]);
  yield header;
  let counter = 0;
  for await (const { piece, last } of inPieces(source, chunkBytes)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(header, counter++, last));
    cipher.setAAD(header);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
  }
}

async function* afterHeader(
  source: AsyncIterable<Uint8Array>,
  found: { header?: Buffer },
): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  for await (const bytes of source) {
    if (found.header) {
      yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      continue;
    }
    held = Buffer.concat([held, bytes]);
    if (held.length < headerBytes) continue;
    found.header = held.subarray(0, headerBytes);
    if (held.length > headerBytes) yield held.subarray(headerBytes);
  }
}

/**
 * Opens what `seal` sealed; nothing is given out before its chunk is proven.
 * @throws TamperedFile as soon as a chunk does not prove, at the latest at the end
 */
export async function* unseal(source: AsyncIterable<Uint8Array>, key: Uint8Array): AsyncGenerator<Buffer> {
  const found: { header?: Buffer } = {};
  let counter = 0;
  for await (const { piece, last } of inPieces(afterHeader(source, found), chunkBytes + tagBytes)) {
    const { header } = found;
    if (!header) throw new TamperedFile('the sealed file is cut off or not one of ours');
    yield openChunk(piece, key, { header, counter: counter++, last });
  }
}

/**
 * Opens one sealed chunk; its place in the file is part of the proof.
 * @throws TamperedFile when it was changed, stood elsewhere, or was sealed with another key
 */
export function openChunk(
  piece: Buffer,
  key: Uint8Array,
  place: { readonly header: Buffer; readonly counter: number; readonly last: boolean },
): Buffer {
  if (!place.header.subarray(0, magic.length).equals(magic) || piece.length < tagBytes) {
    throw new TamperedFile('the sealed file is cut off or not one of ours');
  }
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(place.header, place.counter, place.last));
  decipher.setAAD(place.header);
  decipher.setAuthTag(piece.subarray(piece.length - tagBytes));
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, piece.length - tagBytes)), decipher.final()]);
  } catch (error) {
    throw new TamperedFile('the sealed file was changed, cut off, or has another key', { cause: error });
  }
}
