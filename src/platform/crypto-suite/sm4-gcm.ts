/** SM4 in GCM (RFC 8998 section 2): sealing of the gm suite, by sm-crypto-v2, because Node offers SM4 without GCM. */
import { randomBytes } from 'node:crypto';
import { sm4 } from 'sm-crypto-v2';
import { SealError, sealLayout, wantLength } from './suite.ts';

export const sm4KeyBytes = 16;

/** Ciphertext and tag under a nonce that was never used with this key. */
export function encryptSm4Gcm(
  key: Uint8Array,
  nonce: Uint8Array,
  plaintext: Uint8Array,
  aad: Uint8Array,
): { readonly ciphertext: Uint8Array; readonly tag: Uint8Array } {
  const options = { mode: 'gcm', iv: nonce, associatedData: aad, output: 'array', outputTag: true } as const;
  const { output, tag } = sm4.encrypt(plaintext, key, options);
  if (tag === undefined) throw new Error('SM4-GCM gave no tag');
  return { ciphertext: output, tag };
}

/** Seals as `CryptoSuite.seal` says. */
export function sealSm4(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array {
  wantLength('a sealing key', key, sm4KeyBytes);
  const nonce = randomBytes(sealLayout.nonce);
  const { ciphertext, tag } = encryptSm4Gcm(key, nonce, plaintext, aad);
  return Uint8Array.from(Buffer.concat([nonce, ciphertext, tag]));
}

/** Opens as `CryptoSuite.open` says. */
export function openSm4(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array {
  wantLength('a sealing key', key, sm4KeyBytes);
  if (sealed.length < sealLayout.nonce + sealLayout.tag) throw new SealError();
  const behind = sealed.length - sealLayout.tag;
  const [iv, tag] = [sealed.subarray(0, sealLayout.nonce), sealed.subarray(behind)];
  const options = { mode: 'gcm', iv, tag, associatedData: aad, output: 'array' } as const;
  try {
    return sm4.decrypt(sealed.subarray(sealLayout.nonce, behind), key, options);
  } catch (error) {
    if (error instanceof Error && error.message === 'authentication tag mismatch') throw new SealError();
    throw error;
  }
}
