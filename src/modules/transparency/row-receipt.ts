/** What a protected row carries from its first second on: its commitment, signed by the log's key. */

import { signText } from '../../kernel/tlog/cosignature.ts';
import { toBase64 } from '../../kernel/tlog/encoding.ts';
import { formatNote } from '../../kernel/tlog/note.ts';
import type { Platform } from '../../platform/index.ts';
import { rowCommitment } from './commitment.ts';
import { logOrigin, openLogKey } from './log-keys.ts';
import { proofAddress } from './prove-entry.ts';
import { secretOfEntry } from './queries/entries.ts';
import type { LoggedRow } from './source.ts';

/** The log's promise that the row is, or will be, in the log. */
export interface RowReceipt {
  /** A signed note (C2SP signed-note): the log's name with `/row`, the entry, the commitment in base64. */
  readonly note: string;
  readonly proof: string;
}

/** Signs the commitment of a row; undefined for a row whose entry is not in the books (the monitor raises that). */
export async function findRowReceipt(platform: Platform, row: LoggedRow): Promise<RowReceipt | undefined> {
  const entry = await platform.db.app.maybe<{ secret: Buffer | null }>(secretOfEntry(row.entryId));
  if (!entry?.secret) return undefined;
  const commitment = rowCommitment(entry.secret, row.key, row.parts);
  const key = openLogKey(platform.config.dataFolder);
  const text = `${logOrigin}/row\nentry ${row.entryId}\n${toBase64(commitment)}\n`;
  const note = formatNote({ text, signatures: [signText(key.vkey, key.sign, text)] });
  return { note, proof: proofAddress(row.entryId) };
}
