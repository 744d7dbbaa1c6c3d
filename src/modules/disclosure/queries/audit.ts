/** Statements for auditors: looks counted by day, unit and purpose, and the looks of one such group. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { AccessRow, NewAccess } from './access.ts';

/** Which looks; null for all units or purposes. `until` is half-open. */
export interface CountedLooks {
  readonly unit: string | null;
  readonly purpose: string | null;
  readonly from: Date;
  readonly until: Date;
}

/** Looks of one day, unit, kind and purpose. */
export interface AccessCount {
  readonly day: string;
  readonly unit: string;
  readonly kind: Exclude<NewAccess['kind'], 'own-file'>;
  readonly purpose: string | null;
  readonly looks: number;
  /** Rows: one for each subject of a look. */
  readonly subjects: number;
  /** Different officers, and machine clients. */
  readonly officers: number;
  readonly machines: number;
}

const dayOf = sql`(accessed_at at time zone 'Asia/Shanghai')::date`;

/** Newest day first. */
export const accessCounts = ({ unit, purpose, from, until }: CountedLooks): Sql => sql`
  select ${dayOf} as day, unit_code as unit, kind, purpose, count(distinct access_id)::integer as looks,
    count(*)::integer as subjects, count(distinct account_id)::integer as officers, count(distinct client_id)::integer as machines
  from disclosure.access
  where kind <> 'own-file' and accessed_at >= ${from} and accessed_at < ${until}
    and (${unit}::text is null or unit_code = ${unit}) and (${purpose}::text is null or purpose = ${purpose})
  group by 1, 2, 3, 4 order by 1 desc, 2, 3, 4`;

/** One group of them. */
export interface LookGroup {
  readonly unit: string;
  readonly kind: AccessCount['kind'];
  readonly purpose: string | null;
  readonly from: Date;
  readonly until: Date;
}

/** A row with whose it is. */
export interface AuditedRow extends AccessRow {
  readonly subject_id: string;
}

/** Newest first, from after the last one seen. */
export const accessesOfGroup = (
  group: LookGroup,
  page: {
    readonly before?: { readonly accessId: string; readonly subjectId: string } | undefined;
    readonly limit: number;
  },
): Sql => sql`
  select a.subject_id, a.access_id, a.kind, a.purpose, a.case_no, a.unit_code, a.duty, a.account_id, a.client_id, a.agent_id,
    a.accessed_at, s.items
  from disclosure.access a
  left join disclosure.shown s on s.subject_id = a.subject_id and s.access_id = a.access_id
  where a.kind <> 'own-file' and a.accessed_at >= ${group.from} and a.accessed_at < ${group.until}
    and a.unit_code = ${group.unit} and a.kind = ${group.kind} and a.purpose is not distinct from ${group.purpose}
    and (${page.before?.accessId ?? null}::bigint is null
      or (a.access_id, a.subject_id) < (${page.before?.accessId ?? null}::bigint, ${page.before?.subjectId ?? null}::bigint))
  order by a.access_id desc, a.subject_id desc limit ${page.limit}`;
