/** Hashes and random identifiers; the kernel has none, because it also runs in the browser. */
import { createHash, hash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

/** SHA-256 (FIPS 180-4) of text (as UTF-8) or bytes, in lower-case hexadecimal. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

/** An unguessable token of `bytes` random bytes, base64url. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** A random identifier (UUID version 4, RFC 9562). */
export function randomId(): string {
  return randomUUID();
}

/** Compares two secrets without telling by time how much of them agrees. */
export function sameSecret(left: string, right: string): boolean {
  const [a, b] = [createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest()];
  return timingSafeEqual(a, b);
}

/** The first 128 bits of SHA-256 as a UUID: enough that two different texts never meet (birthday bound 2⁻⁴⁰ at 10¹³ rows). */
export function uuidOf(text: string): string {
  const hex = hash('sha256', text, 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** SHA-256 (FIPS 180-4) as 32 bytes. */
export function sha256Bytes(data: Uint8Array): Uint8Array {
  return hash('sha256', data, 'buffer');
}

/**
 * HMAC-SHA-256 (RFC 2104) as 32 bytes, for keys of at most 64. Written as its two hashes: node's own builds a key object
 * each time, which takes ten times as long, and the log makes three for each row.
 */
export function hmacSha256(key: Uint8Array, data: string): Uint8Array {
  const inner = Buffer.alloc(64 + Buffer.byteLength(data), 0x36);
  const outer = Buffer.alloc(96, 0x5c);
  for (let at = 0; at < key.length; at += 1) {
    inner[at] = 0x36 ^ (key[at] as number);
    outer[at] = 0x5c ^ (key[at] as number);
  }
  inner.write(data, 64);
  outer.set(hash('sha256', inner, 'buffer'), 64);
  return hash('sha256', outer, 'buffer');
}

/** 32 random bytes. */
export function randomSecret(): Buffer {
  return randomBytes(32);
}
