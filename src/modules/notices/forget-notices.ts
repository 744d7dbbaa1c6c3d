/** Erases what a natural person was told, in the transaction of the erasure. */
import type { Tx } from '../../platform/db/index.ts';
import { forgetEntries } from '../transparency/index.ts';
import { deleteNotices, deleteSeen } from './queries/notices.ts';

/** The database lets the notices of nobody else go; the secrets of their entries go with them. */
export async function forgetNotices(
  tx: Tx,
  subjectId: string,
  erasure: { readonly erasureEntryId: string; readonly at: Date },
): Promise<void> {
  await tx.query(deleteSeen(subjectId));
  const deleted = await tx.query<{ entry_id: string }>(deleteNotices(subjectId));
  await forgetEntries(
    tx,
    deleted.map((row) => row.entry_id),
    erasure,
  );
}

/** Tables in which a person's notices lay; a clean-up writes them anew. */
export const noticeTables: readonly string[] = ['notices.seen', 'notices.notice'];
