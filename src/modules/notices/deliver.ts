/** Sends notices to the contacts that subjects registered; each once, as far as anybody can know. */
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { logRows } from '../transparency/index.ts';
import { sendToContact } from './contact.ts';
import { type NoticeKind, noticeMessages } from './kinds.ts';
import { insertDelivery, undelivered } from './queries/notices.ts';

const AT_ONCE = 200;

/** Sends what waits. The message goes first: after a crash in between it goes twice rather than never. @returns how many */
export async function deliverNotices(platform: Platform): Promise<number> {
  const rows = await platform.db.app.query<{
    subject_id: string;
    notice_id: string;
    kind: NoticeKind;
    channel: 'email' | 'sms';
  }>(undelivered(AT_ONCE));
  for (const { subject_id, notice_id, kind, channel } of rows) {
    await sendToContact(platform, [subject_id], noticeMessages[kind].zh);
    const [at, entryId] = [platform.clock.now(), newId()];
    await platform.db.app.transaction(async (tx) => {
      const sent = { subjectId: subject_id, noticeId: notice_id, channel, at, entryId };
      const { length: written } = await tx.query(insertDelivery(sent));
      await logRows(tx, { source: 'notices.delivery', entryId, rows: written });
    });
  }
  return rows.length;
}
