/** Ed25519 keys (RFC 8032) of the installation, each in a file that only its owner can read; and their signatures. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A private key that signs and never leaves its process. */
export type SigningKey = {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** The signature, 64 bytes. */
  sign(message: Uint8Array): Uint8Array;
};

// What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410).
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

function rawPublicKey(key: KeyObject): Uint8Array {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(publicPrefix.length);
}

/** Gives the draft its name unless another process was faster: log, witness and server start together and must hold one key. */
function placeOnce(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

/** Reads the key in `file`; makes one when there is none. */
export function keepSigningKey(file: string): SigningKey {
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flush: true });
    placeOnce(draft, file);
  }
  const key = createPrivateKey(readFileSync(file));
  return { publicKey: rawPublicKey(key), sign: (message) => sign(null, message, key) };
}
