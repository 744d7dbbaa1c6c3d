/** Rows on hold that an officer looks at: the subjects whose codes they bear learn of it. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { subjectIdsOfKeys } from '../subjects/index.ts';
import { ShownBook } from './shown-book.ts';
import { openAccess, writeShown } from './write-access.ts';

/** A row that is shown: its item, the code it bears, and what fields it has. */
export interface ShownHeldRow {
  readonly item: string;
  readonly code: string | null;
  readonly fields: readonly string[];
}

/** Writes the look down in the transaction that read the rows. A code that nobody bears has nobody to tell. */
export async function writeHeldRowLook(
  platform: Platform,
  tx: Tx,
  actor: SignedInActor,
  rows: readonly ShownHeldRow[],
): Promise<void> {
  const codes = rows.flatMap(({ code }) => code ?? []);
  const subjects = await subjectIdsOfKeys(tx, codes);
  const book = new ShownBook();
  for (const { item, code, fields } of rows) {
    const subject = code === null ? undefined : subjects.get(code);
    if (subject !== undefined) book.add(subject, item, undefined, fields);
  }
  if (book.subjectIds.length === 0) return;
  const reason = { kind: 'held-row', purpose: null, caseNo: null } as const;
  const accessId = await openAccess(platform, tx, actor, reason, { subjectIds: book.subjectIds });
  await writeShown(platform, tx, accessId, book.all);
}
