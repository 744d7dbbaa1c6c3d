/** Checks a whole log from its files alone: signatures, every tile, the root, and that it grew from an earlier checkpoint. */
import { verifyConsistency } from '../../kernel/merkle/consistency.ts';
import { leafHash, rootOf, sameHash } from '../../kernel/merkle/tree.ts';
import { type Checkpoint, parseCheckpoint } from '../../kernel/tlog/checkpoint.ts';
import { openNote } from '../../kernel/tlog/open-note.ts';
import { readTile, type TileReader } from '../../kernel/tlog/tile-content.ts';
import { tilesFor, tileWidth } from '../../kernel/tlog/tile-path.ts';
import { tiledTree } from '../../kernel/tlog/tiled-tree.ts';
import { TlogError } from '../../kernel/tlog/tlog-error.ts';
import { signatureTypes, type VerifierKey } from '../../kernel/tlog/verifier-key.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { verifyEd25519 } from '../../platform/crypto-suite/index.ts';
import { leafRuns } from './monitor/leaves.ts';

/** What was found to hold. */
export interface VerifiedLog {
  readonly checkpoint: Checkpoint;
  readonly tiles: number;
  /** When each witness signed, in seconds since 1970. */
  readonly witnessedAt: readonly number[];
}

/** The text of a checkpoint that log and every given witness signed. */
function openCheckpoint(note: string, keys: readonly VerifierKey[]) {
  const { text, signers } = openNote(note, keys, verifyEd25519);
  const missing = keys.filter((key) => !signers.some((signer) => signer.key === key));
  if (missing.length > 0)
    throw new TlogError(
      `检查点缺少 ${missing.map(({ name }) => name).join('、')} 的签名。`,
      `The checkpoint lacks the signature of ${missing.map(({ name }) => name).join(', ')}.`,
    );
  return { checkpoint: parseCheckpoint(text), signers };
}

/** Every tile of hashes holds what the level below it hashes to. @returns how many tiles there are */
async function checkTiles(read: TileReader, { size, root }: Checkpoint): Promise<number> {
  let below: Uint8Array[] = [];
  const runs = leafRuns(read, { size, root });
  let step = await runs.next();
  for (; !step.done; step = await runs.next())
    for (const leaf of step.value.leaves) below.push(leafHash(sha256Bytes, leaf));
  if (!step.value)
    throw new TlogError(
      '日志的条目与检查点的根不符，或有条目缺失。',
      'The entries do not lead to the root of the checkpoint, or some are missing.',
    );
  let level = 0;
  const tiles = tilesFor(size);
  for (const tile of tiles) {
    if (tile.level !== level) {
      level += 1;
      below = Array.from({ length: Math.floor(below.length / tileWidth) }, (_, index) =>
        rootOf(sha256Bytes, below.slice(index * tileWidth, (index + 1) * tileWidth)),
      );
    }
    const held = await readTile(read, tile);
    const from = tile.index * tileWidth;
    if (!held.every((one, place) => sameHash(one, below[from + place] as Uint8Array)))
      throw new TlogError(
        `第 ${tile.level} 层第 ${tile.index} 块与下层不符。`,
        `Tile ${tile.index} of level ${tile.level} is not what lies below it.`,
      );
  }
  return tiles.length;
}

/**
 * Verifies the log whose files `read` reads. `keys` are those of the log and of every witness that must have signed;
 * `earlier` is the note of a checkpoint that somebody kept.
 * @throws TlogError or LogFileMissing naming what does not hold
 */
export async function verifyLog(
  read: TileReader,
  keys: readonly VerifierKey[],
  earlier?: string,
): Promise<VerifiedLog> {
  const { checkpoint, signers } = openCheckpoint(
    Buffer.from(await read('checkpoint')).toString('utf8'),
    keys,
  );
  const tiles = await checkTiles(read, checkpoint);
  if (earlier !== undefined) await checkGrowth(read, checkpoint, keys, earlier);
  return { checkpoint, tiles, witnessedAt: signers.flatMap(({ seconds }) => seconds ?? []) };
}

async function checkGrowth(
  read: TileReader,
  now: Checkpoint,
  keys: readonly VerifierKey[],
  earlier: string,
): Promise<void> {
  const own = keys.filter(({ type }) => type === signatureTypes.ed25519);
  const { checkpoint: then } = openCheckpoint(earlier, own);
  if (then.size === 0) return;
  const proof =
    then.size < now.size ? await tiledTree(sha256Bytes, read, now.size).consistencyProof(then.size) : [];
  const grew =
    then.origin === now.origin &&
    then.size <= now.size &&
    (then.size === now.size
      ? sameHash(then.root, now.root)
      : verifyConsistency(sha256Bytes, then.size, now.size, then.root, now.root, proof));
  if (!grew)
    throw new TlogError(
      '日志并非由较早的检查点增长而来：有条目被改动或删除。',
      'The log did not grow from the earlier checkpoint: entries were changed or removed.',
    );
}
