/** Finds out a text file's encoding by really decoding all of it, and then decodes it piece by piece. */
import { bytePieces } from './byte-pieces.ts';
import { FileRefused } from './file-refused.ts';
import type { ByteSource } from './source-row.ts';

/** The encodings in which a text file is accepted. */
export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le';

/** Every byte below 0x20 but tab, line feed and carriage return; GB18030's second to fourth bytes are 0x30 and above. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const CONTROL_BYTE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** After this many bytes that only UTF-8 explains, one wrong byte means a damaged UTF-8 file, not a GB18030 one. */
const SURELY_UTF8 = 24;

/** Of the characters beyond ASCII, the share from the private use area above which "GB18030" is a wrong guess. */
const PRIVATE_USE_SHARE = 0.05;
const BEYOND_ASCII = /[\u0080-\uffff]/g;
const PRIVATE_USE = /[\ue000-\uf8ff]/g;

/**
 * Decodes the whole file once and says in which encoding it is valid: a late byte may be the wrong one.
 * @throws FileRefused file.binary, file.encoding, file.cut-off
 */
export async function findTextEncoding(source: ByteSource): Promise<TextEncoding> {
  const start = await source.read(0, 3);
  if (start[0] === 0xff && start[1] === 0xfe) {
    await decodeAll(source, 'utf-16le');
    return 'utf-16le';
  }
  const withMark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
  const fault = await utf8Fault(source);
  if (fault === undefined) return 'utf-8';
  if (withMark || fault.multibyte > SURELY_UTF8) {
    throw fault.atEnd
      ? new FileRefused('file.cut-off')
      : new FileRefused('file.encoding', { line: fault.line });
  }
  await decodeAll(source, 'gb18030');
  return 'gb18030';
}

/** The text in pieces, without a byte order mark; call only with an encoding that `findTextEncoding` found. */
export async function* decodeText(source: ByteSource, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let first = true;
  for await (const piece of bytePieces(source.stream())) {
    let text = decoder.decode(piece, { stream: true });
    // Only GB18030's own mark (84 31 95 33) comes through the decoder.
    if (first && text.startsWith('\ufeff')) text = text.slice(1);
    first = false;
    if (text !== '') yield text;
  }
}

interface Utf8Fault {
  line: number;
  /** Bytes so far that continue or begin characters beyond ASCII (about). */
  multibyte: number;
  atEnd: boolean;
}

async function utf8Fault(source: ByteSource): Promise<Utf8Fault | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let multibyte = 0;
  for await (const piece of bytePieces(source.stream())) {
    refuseBinary(piece);
    const text = decodedOrUndefined(decoder, piece);
    if (text === undefined) {
      const readable = readableStart(piece, 'utf-8');
      return { line: line + countLines(readable), multibyte: multibyte + surplus(readable), atEnd: false };
    }
    multibyte += Math.max(0, piece.length - text.length);
    line += countLines(text);
  }
  return decodedOrUndefined(decoder) === undefined ? { line, multibyte, atEnd: true } : undefined;
}

async function decodeAll(source: ByteSource, encoding: 'gb18030' | 'utf-16le'): Promise<void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let beyond = 0;
  let unlikely = 0;
  for await (const piece of bytePieces(source.stream())) {
    if (encoding === 'gb18030') refuseBinary(piece);
    const text = decodedOrUndefined(decoder, piece);
    if (text === undefined) {
      throw new FileRefused('file.encoding', { line: line + countLines(readableStart(piece, encoding)) });
    }
    if (encoding === 'utf-16le' && CONTROL_BYTE.test(text)) throw new FileRefused('file.binary');
    beyond += text.match(BEYOND_ASCII)?.length ?? 0;
    unlikely += text.match(PRIVATE_USE)?.length ?? 0;
    line += countLines(text);
  }
  if (decodedOrUndefined(decoder) === undefined) throw new FileRefused('file.cut-off');
  if (unlikely > beyond * PRIVATE_USE_SHARE) throw new FileRefused('file.encoding', { line: 1 });
}

function refuseBinary(piece: Buffer): void {
  if (CONTROL_BYTE.test(piece.toString('latin1'))) throw new FileRefused('file.binary');
}

/** Decodes the next piece (without one: the end); undefined where the bytes are not valid. */
function decodedOrUndefined(decoder: InstanceType<typeof TextDecoder>, piece?: Buffer): string | undefined {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw error;
  }
}

/** The text of a piece up to its first wrong byte; the first characters may belong to one begun in the piece before. */
function readableStart(piece: Buffer, encoding: TextEncoding): string {
  const text = new TextDecoder(encoding).decode(piece);
  const wrong = text.indexOf('\ufffd', 3);
  return wrong < 0 ? text : text.slice(0, wrong);
}

function surplus(text: string): number {
  return Buffer.byteLength(text) - text.length;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
