/** Puts an entry down for the log, in the transaction of the business act: one row, no lock, no order. */
import { randomSecret } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/db/index.ts';
import { insertEntries, insertEntry } from './queries/entries.ts';

/** Rows of one protected table that one act wrote. */
export interface NewEntry {
  /** The name of a registered source. */
  readonly source: string;
  /** What the rows bear in their column `entry_id`. */
  readonly entryId: string;
  readonly rows: number;
  /** What an officer would look for: the submission, the account … never a person. */
  readonly reference?: string;
}

/** The entry is in the log within one checkpoint after the caller's transaction commits. Nothing is put down for no rows. */
export async function logRows(tx: Tx, entry: NewEntry): Promise<void> {
  if (entry.rows > 0) await tx.query(insertEntry({ ...entry, secret: randomSecret() }));
}

/** Many entries of one row each, by one statement: each has a secret of its own, which can be destroyed alone. */
export async function logEachRow(tx: Tx, source: string, entryIds: readonly string[]): Promise<void> {
  if (entryIds.length === 0) return;
  await tx.query(
    insertEntries(
      source,
      entryIds.map((entryId) => ({ entryId, secret: randomSecret() })),
    ),
  );
}
