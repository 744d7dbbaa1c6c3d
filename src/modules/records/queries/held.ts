/** What is held about subjects beyond what is public; the database shows it only where the scope or an access row opens it. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** A version of a record with everything in it, and whether it is public today. */
export interface HeldRecordRow {
  subject_id: string;
  record_id: string;
  version: number;
  item: string;
  edition_id: string;
  unit_code: string;
  authority_name: string;
  decision_no: string;
  decided_on: string;
  valid_from: string | null;
  valid_until: string | null;
  in_effect: boolean;
  misconduct_class: 'slight' | 'general' | 'serious' | null;
  class_assumed: boolean;
  open_fields: Record<string, string>;
  closed_fields: Record<string, string> | null;
  handed_in_on: string;
  accepted_at: Date;
  state: 'standing' | 'replaced' | 'ended';
  end_reason: string | null;
  ended_at: Date | null;
  is_public: boolean;
  public_from: string | null;
  public_until: string | null;
  until_because: string | null;
  rule_now: string | null;
  rule_then: string | null;
  repair_from: string | null;
}

/** Newest decision first; `history` adds the versions that were replaced or ended, `items` leaves the others out. */
export const heldRecords = (
  subjectIds: readonly string[],
  options: { history: boolean; limit: number; items?: readonly string[] | undefined },
): Sql => sql`
  with held as (
    select r.subject_id, r.record_id, r.version, r.item, r.edition_id, r.unit_code, r.authority_name, r.decision_no, r.decided_on,
      r.valid_from, r.valid_until, r.in_effect, r.misconduct_class, r.class_assumed, r.open_fields, r.closed_fields, r.handed_in_on,
      r.accepted_at, e.reason as end_reason, e.ended_at,
      case when e.record_id is not null then 'ended'
        when exists (select from records.unended_version n where n.subject_id = r.subject_id
          and n.first_decided_on = r.first_decided_on and n.record_id = r.record_id and n.version > r.version) then 'replaced'
        else 'standing' end as state
    from records.record r
    left join records.version_end e on e.subject_id = r.subject_id and e.record_id = r.record_id and e.version = r.version
    where r.subject_id = any (${subjectIds}::bigint[])
      and (${options.items ?? null}::text[] is null or r.item = any (${options.items ?? null}::text[]))
  )
  select h.*, p.record_id is not null as is_public, p.public_from, p.public_until, p.until_because, p.rule_now, p.rule_then,
    p.repair_from
  from held h
  left join published.records_of(${subjectIds}::bigint[], null, 100000, 0) p
    on h.state = 'standing' and p.subject_id = h.subject_id and p.record_id = h.record_id
  where ${options.history} or h.state = 'standing'
  order by h.decided_on desc, h.record_id desc, h.version desc limit ${options.limit}`;

/** The versions of a submission that stand, in the order of the file, with their publicity where they are public. */
export const publicOfSubmission = (submissionId: string, page: { after: number; limit: number }): Sql => sql`
  select r.source_row as row, r.subject_id, r.record_id, r.decision_no, r.authority_name, p.public_from, p.public_until
  from (
    select s.source_row, s.subject_id, s.record_id, s.decision_no, s.authority_name from records.scoped_standing s
    where s.submission_id = ${submissionId}::bigint and s.source_row > ${page.after}
    order by s.source_row limit ${page.limit}) r
  left join lateral published.record_of(r.subject_id, r.record_id) p on true
  order by r.source_row`;
