/** A proof that one can keep: entry, place, path and signed checkpoint in one text (C2SP tlog-proof). */
import { verifyInclusion } from '../merkle/inclusion.ts';
import type { HashBytes } from '../merkle/tree.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { VerifyBytes } from './cosignature.ts';
import { fromBase64, fromDecimal, hashFromLine, toBase64 } from './encoding.ts';
import { openNote, type Signer } from './open-note.ts';
import { TlogError } from './tlog-error.ts';
import type { VerifierKey } from './verifier-key.ts';

const heading = 'c2sp.org/tlog-proof@v1';
const longestProof = 63;

/** The parts of a proof file (extension `.tlog-proof`). */
export interface ProofFile {
  /** Bytes with a meaning of the application's; proved by nothing. */
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint, as the log served it. */
  readonly checkpoint: string;
}

/** Whom a verifier believes. */
export interface ProofPolicy {
  readonly origin: string;
  readonly logKeys: readonly VerifierKey[];
  readonly witnessKeys: readonly VerifierKey[];
  /** How many of the witnesses must have signed; 0 where there is none. */
  readonly witnesses: number;
}

/** What a proof showed. */
export interface ProvedInclusion {
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly witnesses: readonly Signer[];
}

/** The proof as text. */
export function formatProofFile(file: ProofFile): string {
  const extra = file.extra === undefined ? [] : [`extra ${toBase64(file.extra)}`];
  const lines = [heading, ...extra, `index ${file.index}`, ...file.proof.map(toBase64)];
  return `${lines.join('\n')}\n\n${file.checkpoint}`;
}

/**
 * Reads a proof, without verifying it.
 * @throws TlogError when it is malformed
 */
export function parseProofFile(text: string): ProofFile {
  const end = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(0, end)).split('\n');
  const extraLine = lines[0]?.startsWith('extra ') ? lines.shift() : undefined;
  const extra = extraLine === undefined ? undefined : fromBase64(extraLine.slice('extra '.length));
  const [, digits = ''] = /^index (.*)$/.exec(lines.shift() ?? '') ?? [];
  const index = fromDecimal(digits);
  const extraIsBad = extraLine !== undefined && extra === undefined;
  if (end < 0 || first !== heading || index === undefined || extraIsBad || lines.length > longestProof)
    throw new TlogError(
      `不是证明文件：首行应为 “${heading}”，其后为 index、哈希、空行与检查点。`,
      `Not a proof: the first line should be "${heading}", then index, hashes, an empty line and a checkpoint.`,
    );
  const rest = { index, proof: lines.map(hashFromLine), checkpoint: text.slice(end + 2) };
  return extra === undefined ? rest : { extra, ...rest };
}

/**
 * Verifies that an entry with this leaf hash is in the log, as a signed and witnessed checkpoint says.
 * @throws TlogError saying which of the steps failed
 */
export function verifyProofFile(
  { hash, verify }: { readonly hash: HashBytes; readonly verify: VerifyBytes },
  text: string,
  leaf: Uint8Array,
  policy: ProofPolicy,
): ProvedInclusion {
  const { index, proof, checkpoint: note } = parseProofFile(text);
  const { text: body, signers } = openNote(note, [...policy.logKeys, ...policy.witnessKeys], verify);
  const checkpoint = parseCheckpoint(body);
  if (checkpoint.origin !== policy.origin)
    throw new TlogError(
      `这是另一日志（${checkpoint.origin}）的证明。`,
      `This proof is of another log: ${checkpoint.origin}.`,
    );
  if (!signers.some(({ key }) => policy.logKeys.includes(key)))
    throw new TlogError('检查点没有日志自己的签名。', 'The checkpoint is not signed by its log.');
  const witnesses = signers.filter(({ key }) => policy.witnessKeys.includes(key));
  if (witnesses.length < policy.witnesses)
    throw new TlogError(
      `见证签名 ${witnesses.length} 个，应有 ${policy.witnesses} 个。`,
      `${witnesses.length} witnesses signed; ${policy.witnesses} should have.`,
    );
  if (!verifyInclusion(hash, index, checkpoint.size, leaf, proof, checkpoint.root))
    throw new TlogError(
      '该条目不在检查点所述的日志中。',
      'The entry is not in the log that the checkpoint states.',
    );
  return { index, checkpoint, witnesses };
}
