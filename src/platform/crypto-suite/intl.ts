/** The international suite: SHA-256, HMAC-SHA-256, AES-256-GCM and Ed25519, all Node's own. */
import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes } from 'node:crypto';
import { generateEd25519, signEd25519, verifyEd25519 } from './ed25519.ts';
import { type CryptoSuite, SealError, sealLayout, wantLength } from './suite.ts';

const cipherName = 'aes-256-gcm';
const keyBytes = 32;

function seal(key: Uint8Array, plaintext: Uint8Array, aad: Uint8Array): Uint8Array {
  wantLength('a sealing key', key, keyBytes);
  const nonce = randomBytes(sealLayout.nonce);
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(aad);
  return Uint8Array.from(
    Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]),
  );
}

function open(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Uint8Array {
  wantLength('a sealing key', key, keyBytes);
  if (sealed.length < sealLayout.nonce + sealLayout.tag) throw new SealError();
  const behind = sealed.length - sealLayout.tag;
  const decipher = createDecipheriv(cipherName, key, sealed.subarray(0, sealLayout.nonce));
  decipher.setAAD(aad).setAuthTag(sealed.subarray(behind));
  const plaintext = decipher.update(sealed.subarray(sealLayout.nonce, behind));
  try {
    return Uint8Array.from(Buffer.concat([plaintext, decipher.final()]));
  } catch {
    // Node says no more than that the tag does not fit.
    throw new SealError();
  }
}

export const intlSuite: CryptoSuite = {
  name: 'intl',
  keyBytes,
  digest: (bytes) => Uint8Array.from(hash('sha256', bytes, 'buffer')),
  hmac: (key, bytes) => Uint8Array.from(createHmac('sha256', key).update(bytes).digest()),
  seal,
  open,
  generateSigningKey: generateEd25519,
  sign: signEd25519,
  verify: verifyEd25519,
};
