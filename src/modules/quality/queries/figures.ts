/** Every statement of quality: figures are replaced as a whole for a unit and item, and read by all. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { RecordDates } from '../../records/index.ts';
import type { NumberSeries } from '../number-series.ts';
import type { MonthFigures } from '../timeliness.ts';

/** One recount of a unit and item at a time. */
export const lockFigures = (unit: string, item: string): Sql =>
  sql`select pg_advisory_xact_lock(hashtext('quality.recount'), hashtext(${`${unit} ${item}`}))`;

/** Where records are in no share yet. */
export const unfixedScopes = (): Sql => sql`
  select distinct unit_code as unit, item from quality.timeliness where unfixed > 0 order by 1, 2`;

export const clearTimeliness = (unit: string, item: string): Sql =>
  sql`delete from quality.timeliness where unit_code = ${unit} and item = ${item}`;

export const insertTimeliness = (
  unit: string,
  item: string,
  months: readonly MonthFigures[],
  at: Date,
): Sql => sql`
  insert into quality.timeliness (unit_code, item, month, records, handed_in_on_time, public_on_time, unfixed,
    working_days_total, counted_at)
  select ${unit}, ${item}, m.month, m.records, m."handedInOnTime", m."publicOnTime", m.unfixed, m."workingDays", ${at}
  from jsonb_to_recordset(${JSON.stringify(months)}::jsonb) as m(month date, records integer, "handedInOnTime" integer,
    "publicOnTime" integer, unfixed integer, "workingDays" integer)`;

export const clearDates = (unit: string, item: string): Sql =>
  sql`delete from quality.record_dates where unit_code = ${unit} and item = ${item}`;

/** The facts that timeliness and accuracy are counted from, kept so that anybody can count them again. */
export const insertDates = (unit: string, item: string, dates: readonly RecordDates[]): Sql => sql`
  insert into quality.record_dates (unit_code, item, line, decided_on, handed_in_on, public_on, records, corrected)
  select ${unit}, ${item}, row_number() over (), d.decided_on, d.handed_in_on, d.public_on, d.records, d.corrected
  from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) as d(decided_on date, handed_in_on date, public_on date,
    records integer, corrected integer)`;

export const clearSeries = (unit: string, item: string): Sql =>
  sql`delete from quality.number_series where unit_code = ${unit} and item = ${item}`;

export const insertSeries = (
  unit: string,
  item: string,
  series: readonly NumberSeries[],
  at: Date,
): Sql => sql`
  insert into quality.number_series (unit_code, item, series, lowest, highest, present, missing, counted_at)
  select ${unit}, ${item}, s.series, s.lowest, s.highest, s.present,
    array(select jsonb_array_elements_text(s.missing)::integer), ${at}
  from jsonb_to_recordset(${JSON.stringify(series)}::jsonb) as s(series text, lowest integer, highest integer,
    present integer, missing jsonb)`;

/** Figures per unit and item over a period of months of decision. */
export const timelinessByUnit = (from: string, until: string): Sql => sql`
  select t.unit_code as unit, u.name_zh, u.name_en, t.item, sum(t.records)::integer as records,
    sum(t.handed_in_on_time)::integer as handed_in_on_time, sum(t.public_on_time)::integer as public_on_time,
    sum(t.unfixed)::integer as unfixed, sum(t.working_days_total)::integer as working_days_total, max(t.counted_at) as counted_at
  from published.timeliness t join published.unit u on u.unit_code = t.unit_code
  where t.month >= ${from}::date and t.month < ${until}::date
  group by t.unit_code, u.name_zh, u.name_en, t.item order by t.unit_code, t.item`;

/** Figures of one unit by month and item. */
export const timelinessOfUnit = (unit: string, from: string, until: string): Sql => sql`
  select item, month, records, handed_in_on_time, public_on_time, unfixed, working_days_total
  from published.timeliness where unit_code = ${unit} and month >= ${from}::date and month < ${until}::date
  order by item, month`;

/** Number series of a unit, or of all, the longest gaps first. */
export const seriesOfUnit = (unit: string | undefined): Sql => sql`
  select unit_code as unit, item, series, lowest, highest, present, missing from published.number_series
  where ${unit ?? null}::text is null or unit_code = ${unit ?? null}
  order by (highest - lowest + 1 - present) desc, unit_code, series limit 500`;

/** Figures of all units together, or of one, by month of decision. */
export const timelinessByMonth = (
  item: string,
  from: string,
  until: string,
  unit: string | undefined,
): Sql => sql`
  select t.month, sum(t.records)::integer as records, sum(t.handed_in_on_time)::integer as handed_in_on_time,
    sum(t.public_on_time)::integer as public_on_time, sum(t.unfixed)::integer as unfixed,
    sum(t.working_days_total)::integer as working_days_total
  from published.timeliness t
  where t.item = ${item} and t.month >= ${from}::date and t.month < ${until}::date
    and (${unit ?? null}::text is null or t.unit_code = ${unit ?? null})
  group by t.month order by t.month`;

/** Items that units are counted for, by name. */
export const countedItems = (): Sql => sql`
  select i.item, i.name_zh, i.name_en, i.adverse from published.item i
  where i.state = 'active' and i.openness = 'open' and i.publicity <> 'none'
    and (i.definition->>'frequency') = 'per-decision' order by i.item`;

/** A unit's public name. */
export const publicUnit = (unit: string): Sql => sql`
  select unit_code, name_zh, name_en from published.unit where unit_code = ${unit}`;

/** How many numbers are missing in each unit's series of an item. */
export const gapsByUnit = (item: string): Sql => sql`
  select unit_code as unit, sum(highest - lowest + 1 - present)::integer as gaps
  from published.number_series where item = ${item} group by unit_code`;
