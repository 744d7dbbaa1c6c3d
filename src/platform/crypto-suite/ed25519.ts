/** Ed25519 (RFC 8032) over raw keys of 32 bytes: for the intl suite, and for the log's signatures in both. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { type SigningKey, wantLength } from './suite.ts';

/** PKCS #8 and SPKI (RFC 8410) of an Ed25519 key, up to the 32 bytes themselves. */
const beforePrivate = Buffer.from('302e020100300506032b657004220420', 'hex');
const beforePublic = Buffer.from('302a300506032b6570032100', 'hex');

function afterPrefix(der: Buffer): Uint8Array {
  return Uint8Array.from(der.subarray(-32));
}

/** A fresh pair; the private key is the seed of RFC 8032. */
export function generateEd25519(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKey: afterPrefix(privateKey.export({ format: 'der', type: 'pkcs8' })),
    publicKey: afterPrefix(publicKey.export({ format: 'der', type: 'spki' })),
  };
}

/** The signature over the bytes, 64 bytes. */
export function signEd25519(privateKey: Uint8Array, bytes: Uint8Array): Uint8Array {
  wantLength('an Ed25519 private key', privateKey, 32);
  const key = createPrivateKey({
    key: Buffer.concat([beforePrivate, privateKey]),
    format: 'der',
    type: 'pkcs8',
  });
  return Uint8Array.from(sign(null, bytes, key));
}

/** Whether the signature over the bytes holds. */
export function verifyEd25519(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  wantLength('an Ed25519 public key', publicKey, 32);
  const key = createPublicKey({ key: Buffer.concat([beforePublic, publicKey]), format: 'der', type: 'spki' });
  return verify(null, bytes, key, signature);
}
