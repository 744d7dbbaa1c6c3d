/** Opens a signed note: which of the known keys signed it (C2SP signed-note, “Signatures”). */
import { judgeSignature, type VerifyBytes } from './cosignature.ts';
import { parseNote } from './note.ts';
import { TlogError } from './tlog-error.ts';
import type { VerifierKey } from './verifier-key.ts';

/** A known key whose signature holds. */
export interface Signer {
  readonly key: VerifierKey;
  /** When a witness signed, in seconds since 1970 (UTC). */
  readonly seconds?: number;
}

/** A note whose text may be believed as far as its signers are. */
export interface OpenedNote {
  readonly text: string;
  /** Each key once; never empty. */
  readonly signers: readonly Signer[];
}

/**
 * Reads a note and verifies the signatures of the given keys; those of unknown keys are passed over.
 * @throws TlogError when the note is malformed, a signature of a given key fails, or none of them signed
 */
export function openNote(note: string, keys: readonly VerifierKey[], verify: VerifyBytes): OpenedNote {
  const { text, signatures } = parseNote(note);
  const signers = new Map<VerifierKey, Signer>();
  for (const line of signatures) {
    for (const key of keys.filter((known) => known.name === line.name && known.keyId === line.keyId)) {
      const judgement = judgeSignature(key, verify, text, line.signature);
      if (!judgement.holds)
        throw new TlogError(`${key.name} 的签名不成立。`, `The signature of ${key.name} does not hold.`);
      const { seconds } = judgement;
      if (!signers.has(key)) signers.set(key, seconds === undefined ? { key } : { key, seconds });
    }
  }
  if (signers.size === 0)
    throw new TlogError('没有已知密钥的签名。', 'None of the known keys signed this note.');
  return { text, signers: [...signers.values()] };
}
