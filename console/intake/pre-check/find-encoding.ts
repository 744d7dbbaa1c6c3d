/** Finds out a text file's encoding in the browser by decoding all of it, and refuses what the server would refuse. */
import { FileRefused } from '../../../src/modules/intake/pure.ts';

export type TextEncoding = 'utf-8' | 'gb18030' | 'utf-16le';

/** After this many bytes that only UTF-8 explains, one wrong byte means a damaged UTF-8 file, not a GB18030 one. */
const SURELY_UTF8 = 24;
/** Of the characters beyond ASCII, the share from the private use area above which "GB18030" is a wrong guess. */
const PRIVATE_USE_SHARE = 0.05;
/** Every byte below 0x20 but tab, line feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** @throws FileRefused file.binary, file.encoding, file.cut-off */
export async function findEncoding(file: Blob): Promise<TextEncoding> {
  const [first, second, third] = new Uint8Array(await file.slice(0, 3).arrayBuffer());
  if (first === 0xff && second === 0xfe) {
    if (CONTROL.test((await decodeAll(file, 'utf-16le')).sample)) throw new FileRefused('file.binary');
    return 'utf-16le';
  }
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  const utf8 = await decodeAll(file, 'utf-8');
  if (utf8.fault === undefined) return 'utf-8';
  if (marked || utf8.multibyte > SURELY_UTF8)
    throw utf8.fault === 'end' ? new FileRefused('file.cut-off') : refused(utf8.line);
  const other = await decodeAll(file, 'gb18030');
  if (other.fault === 'end') throw new FileRefused('file.cut-off');
  if (other.fault !== undefined) throw refused(other.line);
  if (other.privateUse > other.beyond * PRIVATE_USE_SHARE) throw refused(1);
  return 'gb18030';
}

const refused = (line: number) => new FileRefused('file.encoding', { line });

interface Decoding {
  fault?: 'inside' | 'end';
  /** Where the fault is, about. */
  line: number;
  /** Bytes that continue or begin characters beyond ASCII (about). */
  multibyte: number;
  beyond: number;
  privateUse: number;
  /** The first piece of text. */
  sample: string;
}

/** One pass; judged pieces are as large as the browser hands them out. @throws FileRefused file.binary */
async function decodeAll(file: Blob, encoding: TextEncoding): Promise<Decoding> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const found: Decoding = { line: 1, multibyte: 0, beyond: 0, privateUse: 0, sample: '' };
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      // One character a byte: the quickest way to look for control bytes.
      if (value && encoding !== 'utf-16le' && CONTROL.test(new TextDecoder('windows-1252').decode(value)))
        throw new FileRefused('file.binary');
      const text = decodedOrUndefined(decoder, value);
      if (text === undefined) {
        count(found, readableStart(value, encoding), undefined);
        found.fault = done ? 'end' : 'inside';
        return found;
      }
      count(found, text, value?.length ?? 0);
      if (found.sample === '') found.sample = text;
      if (done) return found;
    }
  } finally {
    await reader.cancel();
  }
}

function count(found: Decoding, text: string, bytes: number | undefined): void {
  found.line += text.split('\n').length - 1;
  found.multibyte += Math.max(0, (bytes ?? new TextEncoder().encode(text).length) - text.length);
  found.beyond += text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  found.privateUse += text.match(/[\ue000-\uf8ff]/g)?.length ?? 0;
}

/** Decodes the next piece (none: the end); undefined where the bytes are not valid. */
function decodedOrUndefined(decoder: TextDecoder, piece: Uint8Array | undefined): string | undefined {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (error) {
    // What a fatal decoder throws for wrong bytes (WHATWG Encoding).
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The text of a piece up to its first wrong byte; the first characters may belong to one begun in the piece before. */
function readableStart(piece: Uint8Array | undefined, encoding: TextEncoding): string {
  if (piece === undefined) return '';
  const text = new TextDecoder(encoding).decode(piece);
  const wrong = text.indexOf('\ufffd', 3);
  return wrong < 0 ? text : text.slice(0, wrong);
}
