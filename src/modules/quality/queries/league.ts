/** Statements of the league: sums of what was handed in, its downloads, and declared registers. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** A period of whole months, half-open, and perhaps one unit. */
export interface Scope {
  readonly from: string;
  readonly until: string;
  readonly unit?: string | undefined;
}

/**
 * Sums per unit and item. Files count in the month in which they came, records in the month of their decision; a unit
 * stands here for each item of which it handed in or declared anything.
 */
export const inputsByUnit = ({ from, until, unit }: Scope): Sql => sql`
  with files as (
    select unit_code, item, count(*)::integer as files, sum(rows)::integer as rows, sum(accepted)::integer as accepted,
      sum(duplicate)::integer as duplicate, sum(refused)::integer as refused, sum(rejected)::integer as rejected,
      sum(returned)::integer as returned, sum(cells_due)::float8 as due, sum(cells_missing)::float8 as missing
    from published.submission_figures
    where received_on >= ${from}::date and received_on < ${until}::date and (${unit ?? null}::text is null or unit_code = ${unit ?? null})
    group by unit_code, item
  ), records as (
    select unit_code, item, month, sum(records)::integer as records, sum(corrected)::integer as corrected
    from published.record_dates
    where month >= ${from}::date and month < ${until}::date and (${unit ?? null}::text is null or unit_code = ${unit ?? null})
    group by unit_code, item, month
  ), clocks as (
    select unit_code, item, sum(records - unfixed)::integer as counted, sum(handed_in_on_time)::integer as on_time
    from published.timeliness
    where month >= ${from}::date and month < ${until}::date and (${unit ?? null}::text is null or unit_code = ${unit ?? null})
    group by unit_code, item
  ), declared as (
    select d.unit_code, d.item, sum(d.decisions)::integer as declared,
      sum(least(d.decisions, coalesce(r.records, 0)))::integer as reported
    from published.declared_register d
    left join records r on r.unit_code = d.unit_code and r.item = d.item and r.month = d.month
    where d.month >= ${from}::date and d.month < ${until}::date and (${unit ?? null}::text is null or d.unit_code = ${unit ?? null})
    group by d.unit_code, d.item
  ), totals as (
    select unit_code, item, sum(records)::integer as records, sum(corrected)::integer as corrected
    from records group by unit_code, item
  ), scopes as (
    select unit_code, item from files union select unit_code, item from totals union select unit_code, item from declared
  )
  select s.unit_code as unit, u.name_zh as "nameZh", u.name_en as "nameEn", s.item,
    coalesce(f.files, 0) as files, coalesce(f.rows, 0) as rows, coalesce(f.accepted, 0) as accepted,
    coalesce(f.duplicate, 0) as duplicate, coalesce(f.refused, 0) as refused, coalesce(f.rejected, 0) as rejected,
    coalesce(f.returned, 0) as returned, coalesce(f.due, 0) as "cellsDue", coalesce(f.missing, 0) as "cellsMissing",
    coalesce(t.records, 0) as records, coalesce(t.corrected, 0) as corrected,
    coalesce(c.counted, 0) as counted, coalesce(c.on_time, 0) as "onTime",
    coalesce(d.declared, 0) as declared, coalesce(d.reported, 0) as reported
  from scopes s
  join published.unit u on u.unit_code = s.unit_code
  left join files f on f.unit_code = s.unit_code and f.item = s.item
  left join totals t on t.unit_code = s.unit_code and t.item = s.item
  left join clocks c on c.unit_code = s.unit_code and c.item = s.item
  left join declared d on d.unit_code = s.unit_code and d.item = s.item
  order by s.unit_code, s.item`;

/** Submissions in numbers, in the order in which they came. */
export const submissionLines = (scope: Scope, after: string, limit: number): Sql => sql`
  select submission_id, unit_code, item, channel, received_on, rows, accepted, duplicate, held, refused, rejected, returned,
    cells_due, cells_missing
  from published.submission_figures
  where received_on >= ${scope.from}::date and received_on < ${scope.until}::date and submission_id > ${after}::bigint
  order by submission_id limit ${limit}`;

/** Records by their days; of what is not public the month alone. */
export const recordDateLines = (scope: Scope): Sql => sql`
  select unit_code, item, month, decided_on, handed_in_on, public_on, records, corrected
  from published.record_dates where month >= ${scope.from}::date and month < ${scope.until}::date
  order by unit_code, item, month, decided_on, handed_in_on, public_on`;

export const declaredLines = (scope: Scope): Sql => sql`
  select unit_code, item, month, decisions from published.declared_register
  where month >= ${scope.from}::date and month < ${scope.until}::date order by unit_code, item, month`;

export const limitLines = (): Sql => sql`
  select item, sector, in_force_from, in_force_until, working_days from published.time_limit where starts = 'decision'
  order by item, sector nulls first, in_force_from`;

export const workingDayLines = (): Sql => sql`
  select day, working from published.working_day order by day`;

export const unitLines = (): Sql => sql`
  select unit_code, sector, name_zh, name_en from published.unit order by unit_code`;

export const insertDeclaration = (declaration: {
  readonly declarationId: string;
  readonly unit: string;
  readonly item: string;
  readonly month: string;
  readonly decisions: number;
  readonly by: string;
  readonly at: Date;
}): Sql => sql`
  insert into quality.declared_register (declaration_id, unit_code, item, month, decisions, declared_by, declared_at)
  values (${declaration.declarationId}, ${declaration.unit}, ${declaration.item}, ${declaration.month}, ${declaration.decisions},
    ${declaration.by}, ${declaration.at})`;

/** A unit's months with what it declares and what it handed in. */
export const declarationsOfUnit = (unit: string, from: string, until: string): Sql => sql`
  select coalesce(d.item, r.item) as item, coalesce(d.month, r.month) as month, d.decisions as declared,
    coalesce(r.records, 0)::integer as records, d.declared_at as "declaredAt"
  from (select distinct on (item, month) item, month, decisions, declared_at from quality.declared_register
    where unit_code = ${unit} and month >= ${from}::date and month < ${until}::date
    order by item, month, declaration_id desc) d
  full join (select item, date_trunc('month', decided_on)::date as month, sum(records) as records from quality.record_dates
    where unit_code = ${unit} and decided_on >= ${from}::date and decided_on < ${until}::date group by 1, 2) r
    on r.item = d.item and r.month = d.month
  order by 2 desc, 1`;
