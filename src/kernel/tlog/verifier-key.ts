/** The keys that sign notes, and the text (vkey) by which one is told to others: C2SP signed-note, “Verifier keys”. */
import type { HashBytes } from '../merkle/tree.ts';
import { concatenate, fromBase64, toBase64, toHex, toUtf8 } from './encoding.ts';
import { TlogError } from './tlog-error.ts';

/** Signature types: Ed25519 over the note's text, and Ed25519 cosignatures with a time (C2SP tlog-cosignature). */
export const signatureTypes = { ed25519: 0x01, cosignature: 0x04 } as const;

/** One of the types that are read here; notes may carry others, which are passed over. */
export type SignatureType = (typeof signatureTypes)[keyof typeof signatureTypes];

/** A public key under its name; name and key id together say whose signature a line is. */
export interface VerifierKey {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly keyId: string;
  readonly type: SignatureType;
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array;
}

/** Whether a key may bear this name: not empty, without spaces, control characters and plus signs. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}\p{Cc}+]/u.test(name);
}

/**
 * A key with its id: SHA-256(name || 0x0A || type || public key)[:4].
 * @throws TlogError when name or public key cannot be one
 */
export function verifierKey(
  hash: HashBytes,
  name: string,
  type: SignatureType,
  publicKey: Uint8Array,
): VerifierKey {
  if (!isKeyName(name))
    throw new TlogError(`“${name}” 不能作密钥名称。`, `"${name}" cannot be the name of a key.`);
  if (publicKey.length !== 32)
    throw new TlogError('Ed25519 公钥应为 32 字节。', 'An Ed25519 public key has 32 bytes.');
  const digest = hash(concatenate([toUtf8(`${name}\n`), Uint8Array.of(type), publicKey]));
  return { name, keyId: toHex(digest.subarray(0, 4)), type, publicKey };
}

/** The key as text: `name+key id in hex+base64(type || public key)`. */
export function formatVkey(key: VerifierKey): string {
  return `${key.name}+${key.keyId}+${toBase64(concatenate([Uint8Array.of(key.type), key.publicKey]))}`;
}

/**
 * Reads a key from its text.
 * @throws TlogError when it is malformed, of a type not read here, or its id is not that of its name and key
 */
export function parseVkey(hash: HashBytes, text: string): VerifierKey {
  const wrong = (zh: string, en: string) =>
    new TlogError(`验证密钥 “${text}” 无效：${zh}。`, `"${text}" is no verifier key: ${en}.`);
  // The base64 part may have plus signs of its own; name and id have none.
  const parts = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/s.exec(text);
  const [name = '', keyId, material = ''] = parts?.slice(1) ?? [];
  if (parts === null) throw wrong('应为 “名称+8位编号+base64”', 'it should be name+8 hex digits+base64');
  const bytes = fromBase64(material);
  const type = bytes?.[0];
  if (bytes === undefined || type === undefined) throw wrong('base64 有误', 'its base64 is wrong');
  if (type !== signatureTypes.ed25519 && type !== signatureTypes.cosignature)
    throw wrong(`不支持签名类型 ${type}`, `signature type ${type} is not read here`);
  const key = verifierKey(hash, name, type, bytes.subarray(1));
  if (key.keyId !== keyId) throw wrong('编号与公钥不符', 'its id is not that of its key');
  return key;
}
