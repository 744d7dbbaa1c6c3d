/** How bytes and numbers are written in C2SP's text formats, read strictly: one spelling for each value. */
import { TlogError } from './tlog-error.ts';

/** The length of every hash in a log (SHA-256), in bytes. */
export const hashLength = 32;

/** Bytes as standard base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The bytes of canonical base64, or undefined for anything else (other alphabets, spaces, spare bits). */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) return undefined;
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : undefined;
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The number of a decimal without leading zeroes, or undefined, also past 2⁵³ − 1. */
export function fromDecimal(text: string): number | undefined {
  if (!/^(?:0|[1-9][0-9]*)$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** Text as UTF-8. */
export function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * The text of UTF-8 bytes as fetched from a log.
 * @throws TlogError when they are no UTF-8
 */
export function fromUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new TlogError('文本不是 UTF-8 编码。', 'The text is not UTF-8.');
    throw error;
  }
}

/**
 * The hash on one line of a proof or checkpoint.
 * @throws TlogError when it is not the base64 of 32 bytes
 */
export function hashFromLine(line: string): Uint8Array {
  const bytes = fromBase64(line);
  if (bytes?.length === hashLength) return bytes;
  throw new TlogError(`“${line}” 不是一个 base64 哈希值。`, `"${line}" is not a hash in base64.`);
}

/** Pieces end to end. */
export function concatenate(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
