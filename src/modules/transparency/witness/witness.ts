/** The witness: signs a checkpoint only when it follows from the last one it signed (C2SP tlog-witness). */
import { verifyConsistency } from '../../../kernel/merkle/consistency.ts';
import { sameHash } from '../../../kernel/merkle/tree.ts';
import { type Checkpoint, parseCheckpoint } from '../../../kernel/tlog/checkpoint.ts';
import { cosignText } from '../../../kernel/tlog/cosignature.ts';
import { fromUtf8, toHex, toUtf8 } from '../../../kernel/tlog/encoding.ts';
import { formatSignatures, parseNote } from '../../../kernel/tlog/note.ts';
import { openNote } from '../../../kernel/tlog/open-note.ts';
import { TlogError } from '../../../kernel/tlog/tlog-error.ts';
import type { VerifierKey } from '../../../kernel/tlog/verifier-key.ts';
import { parseWitnessRequest, type WitnessRequest } from '../../../kernel/tlog/witness-request.ts';
import { sha256Bytes } from '../../../platform/crypto.ts';
import { verifyEd25519 } from '../../../platform/crypto-suite/index.ts';
import { openDurableFolder } from '../../../platform/durable-folder.ts';
import type { NamedKey } from '../log-keys.ts';

/** What the witness answers, as HTTP carries it. */
export interface WitnessAnswer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 422;
  readonly type: string;
  readonly body: string;
}

/** A witness as a log sees it, beside it in the process or behind a socket. */
export interface Witness {
  readonly vkey: VerifierKey;
  addCheckpoint(body: string): Promise<WitnessAnswer>;
}

const refuse = (status: WitnessAnswer['status'], body: string): WitnessAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${body}\n`,
});

/** The size that the witness signed last, so that the log proves from there. */
const conflict = (size: number): WitnessAnswer => ({
  status: 409,
  type: 'text/x.tlog.size',
  body: `${size}\n`,
});

interface Deps {
  /** The folder that only the witness writes. */
  readonly folder: string;
  readonly key: NamedKey;
  /** The logs it knows; another log's checkpoints are refused. */
  readonly logs: readonly VerifierKey[];
  readonly now: () => Date;
}

/** Opens a witness; what it signed survives in its folder. */
export function openWitness({ folder, key, logs, now }: Deps): Witness {
  const files = openDurableFolder(folder);
  const fileOf = (origin: string) => `signed/${toHex(sha256Bytes(toUtf8(origin)))}`;

  async function lastOf(origin: string): Promise<Checkpoint | undefined> {
    const bytes = await files.find(fileOf(origin));
    return bytes && parseCheckpoint(fromUtf8(bytes));
  }

  async function judge(request: WitnessRequest): Promise<WitnessAnswer> {
    const { origin } = parseCheckpoint(parseNote(request.checkpoint).text);
    const log = logs.find(({ name }) => name === origin);
    if (!log) return refuse(404, `unknown log ${origin}`);
    let text: string;
    try {
      text = openNote(request.checkpoint, [log], verifyEd25519).text;
    } catch (error) {
      if (error instanceof TlogError) return refuse(403, error.message);
      throw error;
    }
    const next = parseCheckpoint(text);
    if (request.oldSize > next.size) return refuse(400, 'the old size is larger than the new');
    const last = await lastOf(origin);
    const size = last?.size ?? 0;
    if (request.oldSize !== size) return conflict(size);
    if (last && next.size === size && !sameHash(last.root, next.root)) return conflict(size);
    if (last && size > 0 && !follows(last, next, request.proof))
      return refuse(422, 'the proof does not lead from the last checkpoint to this one');
    if (size === 0 && request.proof.length > 0) return refuse(422, 'from nothing there is nothing to prove');
    // First on the disk, then signed: after a crash it knows at least as much as it ever said.
    await files.write([{ name: fileOf(origin), bytes: text }]);
    const seconds = Math.floor(now().getTime() / 1000);
    const signature = cosignText(key.vkey, key.sign, text, seconds);
    return { status: 200, type: 'text/plain; charset=utf-8', body: formatSignatures([signature]) };
  }

  // One request after the other: between reading and writing the last checkpoint nobody comes in between.
  let before: Promise<unknown> = Promise.resolve();
  return {
    vkey: key.vkey,
    addCheckpoint(body) {
      const answer = before.then(async () => {
        try {
          return await judge(parseWitnessRequest(body));
        } catch (error) {
          if (error instanceof TlogError) return refuse(400, error.message);
          throw error;
        }
      });
      before = answer.catch(() => undefined);
      return answer;
    },
  };
}

function follows(last: Checkpoint, next: Checkpoint, proof: readonly Uint8Array[]): boolean {
  if (last.size === next.size) return proof.length === 0 && sameHash(last.root, next.root);
  return verifyConsistency(sha256Bytes, last.size, next.size, last.root, next.root, proof);
}
