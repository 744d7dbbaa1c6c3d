/** Statements of coverage: what each unit owes and sent, and how many organisations have the unified code. */
import { type Sql, sql } from '../../../platform/db/index.ts';

export const assignments = (): Sql => sql`
  select a.item, a.unit_code as unit, u.name_zh as zh, u.name_en as en, a.since, a.latest_on as "latestOn", a.nil_months as "nilMonths"
  from published.assignment a join published.unit u on u.unit_code = a.unit_code
  order by a.item, u.name_zh, a.unit_code`;

/** Items of the catalogue in their order. */
export const activeItems = (): Sql => sql`
  select item, name_zh as zh, name_en as en, category, openness = 'open' and publicity <> 'none' as "isPublic"
  from published.item where state = 'active' order by category, item`;

/** How many records of each open item are public or were; counted from the clock facts, not from every record. */
export const itemTotals = (): Sql => sql`
  select item, sum(records)::integer as records from published.record_dates where public_on is not null group by item`;

export const codeCoverage = (): Sql => sql`
  select category, sum(subjects)::integer as subjects from published.code_coverage group by category
  order by category nulls last`;
