/** Puts the whole state of rule tables down for the log, when it is another than the one logged last. */
import { randomSecret, sha256Bytes } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { treesOf } from './entry-roots.ts';
import { insertEntry, latestState, lockState } from './queries/entries.ts';
import type { LogSource } from './source.ts';

async function digestOf(tx: Tx, source: LogSource): Promise<{ digest: Uint8Array; rows: number }> {
  const pieces: Uint8Array[] = [];
  for await (const { key, parts } of source.rowsOf(tx, ['0']))
    pieces.push(sha256Bytes(Buffer.from([key, ...parts].join('\0'))));
  return { digest: sha256Bytes(Buffer.concat(pieces)), rows: pieces.length };
}

/**
 * To be called at the end of the transaction that loads or activates rules. The root is computed at once, since the
 * next state replaces these rows. @returns whether an entry was put down
 */
export async function logState(tx: Tx, source: LogSource): Promise<boolean> {
  await tx.query(lockState(source.source));
  const { digest, rows } = await digestOf(tx, source);
  const latest = await tx.maybe<{ digest: Buffer }>(latestState(source.source));
  if (rows === 0 || latest?.digest.equals(digest)) return false;
  const entry = { source: source.source, entryId: newId(), rows, secret: randomSecret() };
  // A state's rows name no entry: whichever is asked for, the answer is what stands.
  const state: LogSource = {
    ...source,
    async *rowsOf(db) {
      for await (const row of source.rowsOf(db, ['0'])) yield { ...row, entryId: entry.entryId };
    },
  };
  const root = (await treesOf(tx, state, [entry])).get(entry)?.root();
  await tx.query(insertEntry({ ...entry, digest, ...(root ? { root } : {}) }));
  return true;
}
