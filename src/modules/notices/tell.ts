/** Telling subjects: a notice is written in the transaction of what it tells of, and sent to the contact later. */
import type { Queryable, Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { logRows } from '../transparency/index.ts';
import type { NoticeKind } from './kinds.ts';
import { dueEnds, insertNotices, markSeen, type NoticeRow, noticesOf } from './queries/notices.ts';

/** News for one subject; `reference` names what it is about, so that it is told once. */
export interface News {
  readonly subjectId: string;
  readonly kind: NoticeKind;
  readonly reference: string;
  readonly facts?: Readonly<Record<string, string | null>>;
}

/** Writes notices to organisations; what was told before is not told again. One entry of the log for all of them. */
export const tell = (tx: Tx, at: Date, news: readonly News[]): Promise<void> =>
  write(tx, at, news, 'notices.notice');

/** Writes a notice to a natural person, which goes when the person is erased. */
export const tellPerson = (tx: Tx, at: Date, news: News): Promise<void> =>
  write(tx, at, [news], 'persons.notice');

async function write(
  tx: Tx,
  at: Date,
  news: readonly News[],
  source: 'notices.notice' | 'persons.notice',
): Promise<void> {
  if (news.length === 0) return;
  const notices = news.map((one) => ({ ...one, noticeId: newId(), facts: one.facts ?? {} }));
  const entryId = newId();
  const written = await tx.query(
    insertNotices(notices, at, { entryId, erasable: source === 'persons.notice' }),
  );
  await logRows(tx, { source, entryId, rows: written.length });
}

/** A notice as its subject reads it. */
export interface Notice {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly facts: Readonly<Record<string, string | null>>;
  readonly at: string;
  readonly seen: boolean;
}

/** Newest first. */
export async function listNotices(
  platform: Platform,
  subjectIds: readonly string[],
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<Notice[]> {
  const rows = await platform.db.app.query<NoticeRow>(noticesOf(subjectIds, page));
  return rows.map((row) => ({
    noticeId: row.notice_id,
    kind: row.kind,
    facts: row.facts,
    at: row.created_at.toISOString(),
    seen: row.seen_at !== null,
  }));
}

/** Marks everything up to a notice as seen. */
export async function seeNotices(
  platform: Platform,
  subjectIds: readonly string[],
  upTo: string,
): Promise<void> {
  await platform.db.app.query(markSeen(subjectIds, upTo, platform.clock.now()));
}

/** Adverse records that were announced as public until a day that has come, and whose end was not told of yet. */
export async function listDueEnds(
  db: Queryable,
  today: string,
  limit: number,
): Promise<{ subjectId: string; reference: string; facts: Record<string, string | null> }[]> {
  const rows = await db.query<{
    subject_id: string;
    reference: string;
    facts: Record<string, string | null>;
  }>(dueEnds(today, limit));
  return rows.map(({ subject_id, ...row }) => ({ subjectId: subject_id, ...row }));
}
