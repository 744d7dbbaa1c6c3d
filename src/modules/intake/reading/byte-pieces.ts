/** Cuts a byte stream into pieces of even size, so that neither tiny nor huge chunks of a stream slow or swell the reading. */
import type { Readable } from 'node:stream';

const PIECE = 64 * 1024;

/** Yields the stream's bytes in pieces of at most 64 KiB; small chunks are joined. Errors of the stream pass through. */
export async function* bytePieces(stream: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    for (let from = 0; from < chunk.length; from += PIECE) {
      const piece = chunk.length <= PIECE ? chunk : chunk.subarray(from, from + PIECE);
      if (length + piece.length > PIECE) {
        yield joined(waiting);
        waiting = [];
        length = 0;
      }
      waiting.push(piece);
      length += piece.length;
    }
  }
  if (length > 0) yield joined(waiting);
}

function joined(pieces: readonly Buffer[]): Buffer {
  return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces);
}
