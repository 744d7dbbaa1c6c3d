/** Statements about notices from nation and province. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { NoticeFromAbove } from '../from-above/notice-from-above.ts';

export const insertNotice = (
  notice: NoticeFromAbove & {
    readonly noticeId: string;
    readonly by: string;
    readonly approvedBy: string;
    readonly at: Date;
  },
): Sql => sql`
  insert into quality.notice_from_above (notice_id, kind, period_from, period_until, figure, share, document, issued_on,
    entered_by, approved_by, entered_at)
  values (${notice.noticeId}, ${notice.kind}, ${notice.from}, ${notice.until}, ${notice.figure}, ${notice.share},
    ${notice.document}, ${notice.issuedOn}, ${notice.by}, ${notice.approvedBy}, ${notice.at})
  on conflict (kind, period_from, period_until, figure, document) do nothing`;

export const notices = (most: number): Sql => sql`
  select kind, period_from as "from", period_until as until, figure, share, document, issued_on as "issuedOn"
  from published.notice_from_above order by period_from desc, kind, figure, notice_id desc limit ${most}`;
