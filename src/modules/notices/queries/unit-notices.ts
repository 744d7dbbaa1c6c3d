/** Statements on what units are told. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** The same news a second time is nothing. */
export const insertUnitNotices = (
  notices: readonly {
    unitNoticeId: string;
    unit: string;
    role: string;
    kind: string;
    reference: string;
    facts: object;
  }[],
  at: Date,
): Sql => sql`
  insert into notices.unit_notice (unit_notice_id, unit_code, role, kind, reference, facts, created_at)
  select n."unitNoticeId", n.unit, n.role, n.kind, n.reference, n.facts, ${at}
  from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
    as n("unitNoticeId" bigint, unit text, role text, kind text, reference text, facts jsonb)
  on conflict (unit_code, role, kind, reference) do nothing
  returning unit_notice_id`;

export const unitNotices = (
  reader: { readonly unit: string; readonly roles: readonly string[] },
  limit: number,
): Sql => sql`
  select unit_notice_id as "noticeId", kind, facts, created_at as at from notices.unit_notice
  where unit_code = ${reader.unit} and role = any (${reader.roles}::text[])
  order by unit_notice_id desc limit ${limit}`;
