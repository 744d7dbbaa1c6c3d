/** Writes a log with our own code as it would be served: tiles, bundles, and a checkpoint by a log and a witness. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  appendLeaves,
  emptyFrontier,
  type Frontier,
  frontierRoot,
} from '../../../src/kernel/merkle/frontier.ts';
import { type HashBytes, leafHash } from '../../../src/kernel/merkle/tree.ts';
import { signCheckpoint } from '../../../src/kernel/tlog/checkpoint.ts';
import { cosignText } from '../../../src/kernel/tlog/cosignature.ts';
import { formatSignatures, parseNote } from '../../../src/kernel/tlog/note.ts';
import { growBundles, growTiles, type TileReader } from '../../../src/kernel/tlog/tile-content.ts';
import { formatVkey, signatureTypes, verifierKey } from '../../../src/kernel/tlog/verifier-key.ts';
import { cryptoSuite, generateEd25519, signEd25519 } from '../../../src/platform/crypto-suite/index.ts';

/** SHA-256, as the log's documents prescribe. */
export const hash: HashBytes = cryptoSuite('intl').digest;

/** The moment the witness signs at, in seconds since 1970. */
export const witnessedAt = 1_795_000_000;

/** A log on disk, and what it was made from. */
export interface LogOnDisk {
  readonly read: TileReader;
  readonly checkpoint: string;
  readonly leaves: readonly Uint8Array[];
  /** `roots[n]` is the root of the first n leaves, told by the frontier alone. */
  readonly roots: readonly Uint8Array[];
}

/** Appends `count` entries in steps that `random` chooses, then has log and witness sign. */
export async function writeLog(folder: string, count: number, random: () => number): Promise<LogOnDisk> {
  const read: TileReader = (name) => readFile(path.join(folder, name));
  const leaves: Uint8Array[] = [];
  let frontier: Frontier = emptyFrontier;
  const roots = [frontierRoot(hash, frontier)];
  while (leaves.length < count) {
    const before = leaves.length;
    const step = Math.min(count - before, 1 + Math.floor(random() * 400));
    const entries = Array.from({ length: step }, (_, index) => entryOf(before + index, random));
    const fresh = entries.map((entry) => leafHash(hash, entry));
    const files = [
      ...(await growTiles(hash, read, before, fresh)),
      ...(await growBundles(read, before, entries)),
    ];
    for (const { path: name, bytes } of files) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), bytes);
    }
    for (const leaf of fresh) {
      frontier = appendLeaves(hash, frontier, [leaf]);
      roots.push(frontierRoot(hash, frontier));
      leaves.push(leaf);
    }
  }
  const checkpoint = await signAndWrite(folder, count, roots[count] as Uint8Array);
  return { read, checkpoint, leaves, roots };
}

/** An entry of 0 to 300 bytes. */
function entryOf(index: number, random: () => number): Uint8Array {
  return Buffer.from(`${index} 条目 `.repeat(40)).subarray(0, Math.floor(random() * 301));
}

async function signAndWrite(folder: string, size: number, root: Uint8Array): Promise<string> {
  const origin = 'credit.example.cn/log';
  const [log, witness] = [generateEd25519(), generateEd25519()];
  const logKey = verifierKey(hash, origin, signatureTypes.ed25519, log.publicKey);
  const witnessName = 'witness.example.cn/w1';
  const witnessKey = verifierKey(hash, witnessName, signatureTypes.cosignature, witness.publicKey);
  const signed = signCheckpoint({ origin, size, root }, logKey, (bytes) =>
    signEd25519(log.privateKey, bytes),
  );
  const cosign = (bytes: Uint8Array) => signEd25519(witness.privateKey, bytes);
  const cosignature = cosignText(witnessKey, cosign, parseNote(signed).text, witnessedAt);
  const checkpoint = signed + formatSignatures([cosignature]);
  await writeFile(path.join(folder, 'checkpoint'), checkpoint);
  await writeFile(path.join(folder, 'log.vkey'), formatVkey(logKey));
  await writeFile(path.join(folder, 'witness.vkey'), formatVkey(witnessKey));
  return checkpoint;
}
