/** The inner proof of one row: that its entry's leaf commits to it, without showing what is not public of it. */
import { inclusionProof } from '../../kernel/merkle/inclusion.ts';
import { leafHash, rootOf } from '../../kernel/merkle/tree.ts';
import { toBase64 } from '../../kernel/tlog/encoding.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { entryBlind, partCommitment, partSalt, rowCommitment } from './commitment.ts';
import { proofAddress } from './prove-entry.ts';
import { entryById, type ProvableEntry } from './queries/entries.ts';
import { blockRows } from './row-tree.ts';
import type { LogSource } from './source.ts';

/** All bytes in base64. */
export interface RowProof {
  readonly row: { key: string; shown: string; shownSalt: string; keptCommitment: string };
  readonly place: { index: number; rows: number; path: string[] };
  readonly entry: { id: string; source: string; rows: number; root: string; blind: string };
  /** SHA-256(blind ‖ source 0x00 ‖ rows as 8 bytes ‖ root): the entry in the log. */
  readonly leaf: string;
  readonly proof: string;
}

/** Which row is proved: its entry, and its place among the entry's rows (0 is the first). */
export interface RowPlace {
  readonly entryId: string;
  readonly index: number;
}

/** @returns undefined while the entry has no place in the log, or when there is no such row */
export async function findRowProof(
  platform: Platform,
  source: LogSource,
  { entryId, index }: RowPlace,
): Promise<RowProof | undefined> {
  const entry = await platform.db.app.maybe<ProvableEntry>(entryById(entryId));
  if (!entry?.secret || !entry.root || !entry.commitment || entry.leaf_index === null) return undefined;
  const { secret, root, commitment } = entry;
  const found = await platform.db.app.scoped({ duty: 'log' }, (tx) =>
    pathOf(tx, source, { ...entry, secret }, index),
  );
  if (!found) return undefined;
  const { key, parts } = found.row;
  const [shown, kept] = parts;
  const base64 = (bytes: Uint8Array) => toBase64(bytes);
  return {
    row: {
      key,
      shown,
      shownSalt: base64(partSalt(secret, key, 0)),
      keptCommitment: base64(partCommitment(partSalt(secret, key, 1), kept)),
    },
    place: { index, rows: entry.rows, path: found.path.map(base64) },
    entry: {
      id: entryId,
      source: entry.source,
      rows: entry.rows,
      root: base64(root),
      blind: base64(entryBlind(secret)),
    },
    leaf: base64(commitment),
    proof: proofAddress(entryId),
  };
}

/**
 * The path from a row to the root of its entry. Of a long entry only the row's block and the last one are read: blocks
 * are complete subtrees, so the path is that within the block and then that among the roots of blocks.
 */
async function pathOf(
  db: Queryable,
  source: LogSource,
  entry: ProvableEntry & { secret: Buffer },
  index: number,
) {
  const block = Math.floor(index / blockRows);
  const hashesOf = async (number: number) => {
    const rows = await source.rowsAt(db, entry.entry_id, number * blockRows, blockRows);
    return {
      rows,
      hashes: rows.map(({ key, parts }) => leafHash(sha256Bytes, rowCommitment(entry.secret, key, parts))),
    };
  };
  const own = await hashesOf(block);
  const row = own.rows[index % blockRows];
  if (!row) return undefined;
  const within = inclusionProof(sha256Bytes, own.hashes, index % blockRows);
  if (!entry.blocks) return { row, path: within };
  const roots: Uint8Array[] = [];
  for (let at = 0; at < entry.blocks.length; at += 32) roots.push(entry.blocks.subarray(at, at + 32));
  if (entry.rows % blockRows > 0) roots.push(rootOf(sha256Bytes, (await hashesOf(roots.length)).hashes));
  return { row, path: [...within, ...inclusionProof(sha256Bytes, roots, block)] };
}
