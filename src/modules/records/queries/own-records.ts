/** A unit's own records, public or not, for its officers; the unit stands in every statement. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** A record of the asking unit as it stands, with its last public day where it is public. */
export interface OwnRecordRow {
  subject_id: string;
  record_id: string;
  version: number;
  item: string;
  authority_name: string;
  decision_no: string;
  decided_on: string;
  misconduct_class: string | null;
  submission_id: string;
  source_row: number;
  handed_in_on: string;
  accepted_on: string;
  open_fields: Record<string, string>;
  is_public: boolean;
  public_until: string | null;
}

/** What the unit handed in and what stands of it, newest decision first. */
export const recordsOfUnit = (
  unit: string,
  filter: {
    item?: string | undefined;
    from?: string | undefined;
    until?: string | undefined;
    decisionNo?: string | undefined;
  },
  page: { before?: { decidedOn: string; recordId: string } | undefined; limit: number },
): Sql => sql`
  with page as materialized (
    select r.subject_id, r.record_id, r.version, r.item, r.authority_name, r.decision_no, r.decided_on, r.misconduct_class,
      r.submission_id, r.source_row, r.handed_in_on, r.accepted_on, r.open_fields
    from records.scoped_standing r
    where r.unit_code = ${unit}
      and (${filter.item ?? null}::text is null or r.item = ${filter.item ?? null})
      and (${filter.from ?? null}::date is null or r.decided_on >= ${filter.from ?? null}::date)
      and (${filter.until ?? null}::date is null or r.decided_on < ${filter.until ?? null}::date)
      and (${filter.decisionNo ?? null}::text is null or r.decision_no = ${filter.decisionNo ?? null})
      and (${page.before?.decidedOn ?? null}::date is null
        or (r.decided_on, r.record_id) < (${page.before?.decidedOn ?? null}::date, ${page.before?.recordId ?? null}::bigint))
    order by r.decided_on desc, r.record_id desc limit ${page.limit}
  )
  select r.*, p.record_id is not null as is_public, p.public_until
  from page r left join lateral published.record_of(r.subject_id, r.record_id) p on true
  order by r.decided_on desc, r.record_id desc`;
