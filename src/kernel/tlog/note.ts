/** Signed notes as text: C2SP signed-note, “Format”. */
import { concatenate, fromBase64, toBase64, toHex } from './encoding.ts';
import { TlogError } from './tlog-error.ts';
import { isKeyName } from './verifier-key.ts';

/** One signature line. */
export interface NoteSignature {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  /** What follows the key id; its form depends on the type of the key. */
  readonly signature: Uint8Array;
}

/** A note; its text must not be believed before `openNote`. */
export interface SignedNote {
  /** Ends with a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const mostSignatures = 100;
const mostCharacters = 1_000_000;

function isNoteText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids just these.
  return text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}

function formatSignature(line: NoteSignature): string {
  const keyId = Uint8Array.from(line.keyId.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return `— ${line.name} ${toBase64(concatenate([keyId, line.signature]))}\n`;
}

function parseSignature(line: string): NoteSignature {
  const [, name = '', base64 = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? [];
  const bytes = fromBase64(base64);
  if (!isKeyName(name) || bytes === undefined || bytes.length < 5)
    throw new TlogError(`“${line}” 不是签名行。`, `"${line}" is not a signature line.`);
  return { name, keyId: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/** The signature lines alone, as a witness answers with them (C2SP tlog-witness). */
export function formatSignatures(signatures: readonly NoteSignature[]): string {
  return signatures.map(formatSignature).join('');
}

/**
 * Reads signature lines.
 * @throws TlogError when there are none, too many, or one is malformed
 */
export function parseSignatures(text: string): NoteSignature[] {
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length === 0 || lines.length > mostSignatures)
    throw new TlogError(
      `应有 1 至 ${mostSignatures} 行签名，每行以换行结束。`,
      `There should be 1 to ${mostSignatures} signature lines, each ended by a newline.`,
    );
  return lines.map(parseSignature);
}

/**
 * The note as text.
 * @throws TlogError when the text does not end with a newline or holds control characters
 */
export function formatNote(note: SignedNote): string {
  if (!isNoteText(note.text))
    throw new TlogError(
      '签名文本应以换行结束，不得含控制字符。',
      'The text of a note ends with a newline and has no control characters.',
    );
  return `${note.text}\n${formatSignatures(note.signatures)}`;
}

/**
 * Splits a note into text and signatures, none of them verified yet.
 * @throws TlogError when it is malformed
 */
export function parseNote(note: string): SignedNote {
  const end = note.lastIndexOf('\n\n');
  if (note.length > mostCharacters || end < 0 || !isNoteText(note))
    throw new TlogError(
      '不是签名文本：应为正文、空行与签名行，且不得含控制字符。',
      'Not a signed note: there should be a text, an empty line and signature lines, without control characters.',
    );
  return { text: note.slice(0, end + 1), signatures: parseSignatures(note.slice(end + 2)) };
}
