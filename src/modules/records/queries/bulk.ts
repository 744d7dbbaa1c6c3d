/** Whom a bulk export would be about: numbers and counts alone, read under the duty of that name, never what a record says. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';

/** Which records; dates are civil dates, the period of decisions half-open, `area` the beginning of an area code. */
export interface BulkFilter {
  readonly items: readonly string[];
  readonly unit?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly area?: string | undefined;
  /** Only what is public today, or of items that are not open what is still valid. */
  readonly inEffect: boolean;
  /** Those of `items` that are open to the public. */
  readonly openItems: readonly string[];
}

const within = ({ unit, from, until }: BulkFilter): Sql => sql`
  (${unit ?? null}::text is null or r.unit_code = ${unit ?? null})
  and (${from ?? null}::date is null or r.decided_on >= ${from ?? null}::date)
  and (${until ?? null}::date is null or r.decided_on < ${until ?? null}::date)`;

function standing(filter: BulkFilter): Sql {
  if (!filter.inEffect)
    return sql`select r.subject_id from records.scoped_standing r
      where r.item = any (${filter.items}::text[]) and ${within(filter)}`;
  const others = filter.items.filter((item) => !filter.openItems.includes(item));
  return sql`
    select r.subject_id from published.record r
    where r.item = any (${filter.openItems}::text[]) and ${within(filter)}
    union all
    select r.subject_id from records.scoped_standing r
    where r.item = any (${others}::text[]) and (r.valid_until is null or r.valid_until > platform.today())
      and ${within(filter)}`;
}

/** Registered organisations alone: subjects that C13 protects, and those not in the register yet, are not in this view. */
const chosen = (filter: BulkFilter): Sql => sql`
  (${standing(filter)}) found join published.subject s on s.subject_id = found.subject_id
    and (${filter.area ?? null}::text is null or starts_with(s.area_code, ${filter.area ?? null}))`;

/** Of this transaction's statements. */
export const limitStatements = (milliseconds: number): Sql =>
  raw(`set local statement_timeout = ${Math.ceil(milliseconds)}`);

export const countBulk = (filter: BulkFilter): Sql => sql`
  select count(distinct s.subject_id)::integer as subjects, count(*)::integer as records from ${chosen(filter)}`;

export const subjectsOfBulk = (filter: BulkFilter, limit: number): Sql => sql`
  select distinct s.subject_id as id from ${chosen(filter)} order by 1 limit ${limit}`;
