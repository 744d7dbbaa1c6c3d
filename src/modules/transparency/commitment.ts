/** Salted commitments: what a leaf says of rows, so that nobody recognises them and everybody can be shown one. */
import { toUtf8 } from '../../kernel/tlog/encoding.ts';
import { hmacSha256, sha256Bytes } from '../../platform/crypto.ts';

function joined(...parts: Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/** HMAC(secret, 'row' 0x00 key 0x00 part): told to whom the part is shown; it never tells the secret. */
export function partSalt(secret: Uint8Array, key: string, part: number): Uint8Array {
  return hmacSha256(secret, `row\0${key}\0${part}`);
}

/** SHA-256(salt ‖ part). */
export function partCommitment(salt: Uint8Array, part: string): Uint8Array {
  return sha256Bytes(joined(salt, toUtf8(part)));
}

/** SHA-256(0x02 ‖ commitments of the parts). */
export function rowCommitmentOf(parts: readonly Uint8Array[]): Uint8Array {
  return sha256Bytes(joined(Uint8Array.of(2), ...parts));
}

/** The commitment of a whole row under the secret of its entry. */
export function rowCommitment(secret: Uint8Array, key: string, parts: readonly string[]): Uint8Array {
  return rowCommitmentOf(parts.map((part, index) => partCommitment(partSalt(secret, key, index), part)));
}

/** HMAC(secret, 'entry'): blinds type, number of rows and root of an entry. */
export function entryBlind(secret: Uint8Array): Uint8Array {
  return hmacSha256(secret, 'entry');
}

/** The leaf: SHA-256(blind ‖ source 0x00 ‖ rows as 8 bytes ‖ root), 32 bytes that reveal no type. */
export function entryCommitment(
  blind: Uint8Array,
  entry: { readonly source: string; readonly rows: number; readonly root: Uint8Array },
): Uint8Array {
  const rows = Buffer.alloc(8);
  rows.writeBigUInt64BE(BigInt(entry.rows));
  return sha256Bytes(joined(blind, toUtf8(`${entry.source}\0`), rows, entry.root));
}
