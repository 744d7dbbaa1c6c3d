/** The sequencer: gives queued entries their places, writes tiles, signs the checkpoint, has it witnessed, publishes it. */
import { verifyConsistency } from '../../kernel/merkle/consistency.ts';
import { leafHash } from '../../kernel/merkle/tree.ts';
import { signCheckpoint } from '../../kernel/tlog/checkpoint.ts';
import { growBundles, growTiles } from '../../kernel/tlog/tile-content.ts';
import { tiledTree } from '../../kernel/tlog/tiled-tree.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db/index.ts';
import { cosign } from './ask-witness.ts';
import type { LogFiles, SignedCheckpoint } from './log-files.ts';
import type { NamedKey } from './log-keys.ts';
import { placesOf } from './place-entries.ts';
import {
  clearPlacesBehind,
  type EntryRow,
  entriesBehind,
  givePlaces,
  queuedEntries,
  trySequencerLock,
} from './queries/entries.ts';
import type { LogSource } from './source.ts';
import { reached } from './steps.ts';
import type { Witness } from './witness/witness.ts';

/** What a log is kept with. */
export interface Log {
  readonly db: Db;
  readonly files: LogFiles;
  readonly key: NamedKey;
  readonly witness: Witness;
  readonly sources: readonly LogSource[];
  readonly now: () => Date;
}

/** Tiles that were signed for are not what they were; nothing is signed on top of them. */
export class BrokenTree extends Error {
  override readonly name = 'BrokenTree';
}

/** Entries taken at once, and rows of them: one long submission must not keep others waiting behind it. */
const most = { entries: 20_000, rows: 100_000 };

/**
 * One round. Safe to run twice at once (the second does nothing) and to be cut off anywhere: what was signed is in
 * files, places behind it are given again, the same leaves to the same places.
 * @returns how many entries are now in the log that were not; undefined when another sequencer is at work
 * @throws BrokenTree, WitnessRefused
 */
export async function integrate(log: Log): Promise<number | undefined> {
  return log.db.transaction(async (lock) => {
    const { locked } = await lock.one<{ locked: boolean }>(trySequencerLock());
    if (!locked) return undefined;
    reached('begun');
    const before = await log.files.findSigned(log.key.vkey);
    const entries = await takeEntries(log, before?.size ?? 0);
    const signed = entries.length > 0 ? await append(log, before, entries) : before;
    if (signed) await publish(log, signed);
    return entries.length;
  });
}

/** Entries of a round that was cut off come first and alone, at the places they had. */
async function takeEntries({ db }: Log, size: number): Promise<EntryRow[]> {
  const behind = await db.query<EntryRow>(entriesBehind(size, most.entries));
  const isWhole = behind.every((entry, index) => Number(entry.leaf_index) === size + index);
  if (behind.length > 0 && isWhole) return behind;
  if (behind.length > 0) await db.query(clearPlacesBehind(size));
  const queued = await db.query<EntryRow>(queuedEntries(most.entries));
  let rows = 0;
  return queued.filter((entry, index) => {
    rows += entry.rows;
    return index === 0 || rows <= most.rows;
  });
}

async function append(
  log: Log,
  before: SignedCheckpoint | undefined,
  entries: readonly EntryRow[],
): Promise<SignedCheckpoint> {
  const { db, files, key } = log;
  const size = before?.size ?? 0;
  const places = await db.scoped({ duty: 'log' }, (tx) => placesOf(tx, log.sources, entries));
  reached('computed');
  await db.query(givePlaces(size, places));
  reached('placed');
  const leaves = places.map((place) => place.commitment);
  await files.writeTiles([
    ...(await growBundles(files.read, size, leaves)),
    ...(await growTiles(
      sha256Bytes,
      files.read,
      size,
      leaves.map((leaf) => leafHash(sha256Bytes, leaf)),
    )),
  ]);
  reached('tiles-written');
  const next = { origin: key.vkey.name, size: size + leaves.length, root: new Uint8Array(32) };
  const tree = tiledTree(sha256Bytes, files.read, next.size);
  const signable = { ...next, root: await tree.root() };
  if (before && size > 0) {
    const proof = await tree.consistencyProof(size);
    if (!verifyConsistency(sha256Bytes, size, next.size, before.root, signable.root, proof))
      throw new BrokenTree(
        '日志瓦片与已签名的检查点不符，未签署新的检查点。The tiles are not what was signed for; nothing new was signed.',
      );
  }
  const note = signCheckpoint(signable, key.vkey, key.sign);
  await files.writeSigned(note);
  reached('signed');
  return { ...signable, note };
}

/** Only what a witness signed is published; without it the public keeps the checkpoint before. */
async function publish(log: Log, signed: SignedCheckpoint): Promise<void> {
  const { files, key, witness } = log;
  const published = await files.findPublished(key.vkey);
  if (published?.size === signed.size) return;
  const note = await cosign(witness, files.read, signed, published?.size ?? 0);
  reached('cosigned');
  await files.publish(note, log.now());
  reached('published');
}
