/** Questions about public records: every one reads the view in which what is not public does not exist. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** A public record as the view gives it, with its subject's code and present name. */
export interface PublishedRow {
  subject_id: string;
  record_id: string;
  version: number;
  item: string;
  publicity: 'adverse' | 'while-valid' | 'while-registered';
  unit_code: string;
  authority_uscc: string;
  authority_name: string;
  decision_no: string;
  decided_on: string;
  valid_from: string | null;
  valid_until: string | null;
  misconduct_class: 'slight' | 'general' | 'serious' | null;
  class_assumed: boolean;
  conduct_ended_on: string | null;
  conduct_assumed: boolean;
  open_fields: Record<string, string>;
  handed_in_on: string;
  accepted_on: string;
  public_from: string;
  repair_from: string | null;
  public_until: string | null;
  until_because: 'rule-now' | 'rule-at-decision' | 'own-period' | 'five-years' | 'valid-until' | 'open-ended';
  rule_now: string | null;
  rule_then: string | null;
  uscc: string | null;
  subject_name: string;
  c13: boolean;
}

const columns = sql`r.subject_id, r.record_id, r.version, r.item, r.publicity, r.unit_code, r.authority_uscc, r.authority_name,
  r.decision_no, r.decided_on, r.valid_from, r.valid_until, r.misconduct_class, r.class_assumed, r.conduct_ended_on,
  r.conduct_assumed, r.open_fields, r.handed_in_on, r.accepted_on, r.public_from, r.repair_from, r.public_until,
  r.until_because, r.rule_now, r.rule_then, s.uscc, s.name as subject_name, s.c13`;

/** One record of one subject. */
export const recordOfSubject = (subjectId: string, recordId: string): Sql => sql`
  select ${columns} from published.record r join published.subject s on s.subject_id = r.subject_id
  where r.subject_id = ${subjectId} and r.record_id = ${recordId}`;

/** The records of a subject (of all ids that stand for it), newest decision first. */
export const recordsOfSubject = (
  subjectIds: readonly string[],
  page: { item?: string | undefined; limit: number; offset: number },
): Sql => sql`
  select ${columns} from published.record r join published.subject s on s.subject_id = r.subject_id
  where r.subject_id = any(${subjectIds}::bigint[])
    and (${page.item ?? null}::text is null or r.item = ${page.item ?? null})
  order by r.decided_on desc, r.record_id desc limit ${page.limit} offset ${page.offset}`;

/** How many public records of each item a subject has. */
export const recordCountsOfSubject = (subjectIds: readonly string[]): Sql => sql`
  select r.item, count(*)::integer as count from published.record r
  where r.subject_id = any(${subjectIds}::bigint[]) group by r.item order by r.item`;

/** What a public list can be narrowed by. */
export interface ListFilter {
  item: string;
  unit?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  area?: string | undefined;
  /** The value of the item's own kind field, e.g. 罚款 or 普通. */
  kind?: { field: string; value: string } | undefined;
}

/** A position in a list: the last row seen. */
export interface ListPosition {
  decidedOn: string;
  recordId: string;
}

/**
 * Public records of an item, newest decision first. C13 subjects are left out: the public finds them by exact code or
 * full name only.
 */
export const publicRecordsOfItem = (
  filter: ListFilter,
  page: { before?: ListPosition | undefined; limit: number },
): Sql => sql`
  select ${columns} from published.record r join published.subject s on s.subject_id = r.subject_id
  where r.item = ${filter.item} and not s.c13
    and (${filter.unit ?? null}::text is null or r.unit_code = ${filter.unit ?? null})
    and (${filter.from ?? null}::date is null or r.decided_on >= ${filter.from ?? null}::date)
    and (${filter.until ?? null}::date is null or r.decided_on < ${filter.until ?? null}::date)
    and (${filter.area ?? null}::text is null or s.area_code = ${filter.area ?? null})
    and (${filter.kind?.value ?? null}::text is null
      or r.open_fields ->> ${filter.kind?.field ?? ''} like '%' || ${filter.kind?.value ?? null} || '%')
    and (${page.before?.decidedOn ?? null}::date is null
      or (r.decided_on, r.record_id) < (${page.before?.decidedOn ?? null}::date, ${page.before?.recordId ?? null}::bigint))
  order by r.decided_on desc, r.record_id desc limit ${page.limit}`;

/** How much is public, for the honest figures on the home page. */
export const publicTotals = (): Sql => sql`
  select r.item, count(*)::integer as count, max(r.accepted_at) as latest from published.record r group by r.item`;
