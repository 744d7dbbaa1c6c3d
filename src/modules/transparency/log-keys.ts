/** The name and keys of an installation's log. */
import path from 'node:path';
import { signatureTypes, type VerifierKey, verifierKey } from '../../kernel/tlog/verifier-key.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { keepSigningKey, type SigningKey } from '../../platform/signing-key.ts';

/** The log's name, in every checkpoint; the names of its keys begin with it. */
export const logOrigin = 'gongxin.local/log';

/** A private key with the public one as others know it. */
export interface NamedKey {
  readonly vkey: VerifierKey;
  readonly sign: SigningKey['sign'];
}

// Opened once a process: reading and parsing the file takes longer than a signature.
const opened = new Map<string, NamedKey>();

/** The log's key, in a folder of its own beside the database. */
export function openLogKey(dataFolder: string): NamedKey {
  const known = opened.get(dataFolder) ?? readLogKey(dataFolder);
  opened.set(dataFolder, known);
  return known;
}

function readLogKey(dataFolder: string): NamedKey {
  const key = keepSigningKey(path.join(dataFolder, 'log-key', 'log.pem'));
  return { vkey: verifierKey(sha256Bytes, logOrigin, signatureTypes.ed25519, key.publicKey), sign: key.sign };
}

/** The witness's key, in the witness's own folder. */
export function openWitnessKey(folder: string): NamedKey {
  const key = keepSigningKey(path.join(folder, 'witness.pem'));
  const name = 'gongxin.local/witness';
  return { vkey: verifierKey(sha256Bytes, name, signatureTypes.cosignature, key.publicKey), sign: key.sign };
}
