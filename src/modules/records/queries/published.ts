/** Questions about public records: every one reads the view in which what is not public does not exist. */
import { planned, type Sql, sql } from '../../../platform/db/index.ts';

/** A public record as the view gives it, with its subject's code and present name. */
export interface PublishedRow {
  subject_id: string;
  record_id: string;
  version: number;
  item: string;
  publicity: 'adverse' | 'while-valid' | 'while-listed' | 'while-registered';
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

/** One record of one subject. */
export const recordOfSubject = (subjectId: string, recordId: string): Sql =>
  planned('record-of', sql`select * from published.record_of(${subjectId}::bigint, ${recordId}::bigint)`);

/** The records of a subject (of all ids that stand for it), newest decision first. */
export const recordsOfSubject = (
  subjectIds: readonly string[],
  page: { item?: string | undefined; limit: number; offset: number },
): Sql =>
  planned(
    'records-of',
    sql`select * from published.records_of(${subjectIds}::bigint[], ${page.item ?? null}::text, ${page.limit}::integer,
      ${page.offset}::integer)`,
  );

/** How many public records of each item a subject has. */
export const recordCountsOfSubject = (subjectIds: readonly string[]): Sql => sql`
  select item, records as count from published.record_counts_of(${subjectIds}::bigint[])`;

/** What a public list can be narrowed by. Dates are civil dates, the period of decisions half-open. */
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
 * full name only. An adverse item gives its first 20 and nothing behind them.
 */
export const publicRecordsOfItem = (
  filter: ListFilter,
  page: { before?: ListPosition | undefined; limit: number },
): Sql => sql`
  select * from published.records_of_item(${filter.item}::text, ${filter.unit ?? null}::text, ${filter.from ?? null}::date,
    ${filter.until ?? null}::date, ${filter.area ?? null}::text, ${filter.kind?.field ?? null}::text,
    ${filter.kind?.value ?? null}::text, ${page.before?.decidedOn ?? null}::date, ${page.before?.recordId ?? null}::bigint,
    ${page.limit}::integer)`;

/** How much is public, for the honest figures on the home page. */
export const publicTotals = (): Sql => sql`select item, records as count, latest from published.record_total`;
