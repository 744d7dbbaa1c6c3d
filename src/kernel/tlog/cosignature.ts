/** Ed25519 signatures on notes: plain ones (C2SP signed-note) and a witness's, with its time (C2SP tlog-cosignature). */
import { concatenate, toUtf8 } from './encoding.ts';
import type { NoteSignature } from './note.ts';
import { TlogError } from './tlog-error.ts';
import { signatureTypes, type VerifierKey } from './verifier-key.ts';

/** Signs bytes with a private Ed25519 key that the caller holds: 64 bytes. */
export type SignBytes = (message: Uint8Array) => Uint8Array;

/** Whether the Ed25519 signature (64 bytes) over the message is by the public key (32 bytes). */
export type VerifyBytes = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

const timeLength = 8;

/** What a witness signs: two lines before the text of the checkpoint. */
function cosignedMessage(text: string, seconds: number): Uint8Array {
  return toUtf8(`cosignature/v1\ntime ${seconds}\n${text}`);
}

function wantType(key: VerifierKey, type: number): void {
  if (key.type !== type)
    throw new TlogError(`密钥 ${key.name} 不作此用。`, `The key ${key.name} does not sign in this way.`);
}

/**
 * The log's own signature over a note's text.
 * @throws TlogError when the key is a witness's
 */
export function signText(key: VerifierKey, sign: SignBytes, text: string): NoteSignature {
  wantType(key, signatureTypes.ed25519);
  return { name: key.name, keyId: key.keyId, signature: sign(toUtf8(text)) };
}

/**
 * A witness's signature over a checkpoint's text, made at `seconds` since 1970 (UTC).
 * @throws TlogError when the key is not a witness's, or the time no whole number
 */
export function cosignText(key: VerifierKey, sign: SignBytes, text: string, seconds: number): NoteSignature {
  wantType(key, signatureTypes.cosignature);
  if (!Number.isSafeInteger(seconds) || seconds < 0)
    throw new TlogError('见证时间应为整秒。', 'The time of a cosignature is in whole seconds.');
  const time = new Uint8Array(timeLength);
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
  const signature = concatenate([time, sign(cosignedMessage(text, seconds))]);
  return { name: key.name, keyId: key.keyId, signature };
}

/** The time a cosignature claims, in seconds since 1970, or undefined when it is none. */
function timeOf(signature: Uint8Array): number | undefined {
  if (signature.length !== timeLength + 64) return undefined;
  const seconds = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  return Number.isSafeInteger(seconds) ? seconds : undefined;
}

/** Whether a signature holds, and the time that a witness signed together with the text. */
export type SignatureJudgement =
  | { readonly holds: false }
  | { readonly holds: true; readonly seconds?: number };

/** Judges one signature by a key; that name and key id are the same is the caller's to see to. */
export function judgeSignature(
  key: VerifierKey,
  verify: VerifyBytes,
  text: string,
  signature: Uint8Array,
): SignatureJudgement {
  if (key.type === signatureTypes.ed25519)
    return { holds: signature.length === 64 && verify(key.publicKey, toUtf8(text), signature) };
  const seconds = timeOf(signature);
  if (seconds === undefined) return { holds: false };
  const holds = verify(key.publicKey, cosignedMessage(text, seconds), signature.subarray(timeLength));
  return holds ? { holds, seconds } : { holds };
}
