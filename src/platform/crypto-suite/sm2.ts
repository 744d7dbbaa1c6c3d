/** SM2 signatures (GB/T 32918.2) over SM3 with the user id that GM/T 0009 sets where none was agreed. */
import { sm2 } from 'sm-crypto-v2';
import { type SigningKey, wantLength } from './suite.ts';

const userId = '1234567812345678';
/** The order of the curve (GB/T 32918.5). */
const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

/** A fresh pair. */
export function generateSm2(): SigningKey {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  return { privateKey: bytesOf(privateKey), publicKey: bytesOf(publicKey) };
}

/** The signature over the bytes: r || s, 64 bytes. */
export function signSm2(privateKey: Uint8Array, bytes: Uint8Array): Uint8Array {
  wantLength('an SM2 private key', privateKey, 32);
  return bytesOf(sm2.doSignature(bytes, hex(privateKey), { hash: true, userId }));
}

/** Whether both halves of a signature lie from 1 to n − 1, as the standard's first steps of verifying want. */
function isSignature(signature: Uint8Array): boolean {
  const halves = [signature.subarray(0, 32), signature.subarray(32)].map((half) => BigInt(`0x${hex(half)}`));
  return halves.every((half) => half > 0n && half < order);
}

/** Whether the signature over the bytes holds. */
export function verifySm2(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  wantLength('an SM2 public key', publicKey, 65);
  if (signature.length !== 64 || !isSignature(signature)) return false;
  return sm2.doVerifySignature(bytes, hex(signature), hex(publicKey), { hash: true, userId });
}
