/** Statements on what came of each month, and on what officers declare about it. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** A unit's month of an item. */
export interface MonthKey {
  readonly unit: string;
  readonly item: string;
  readonly month: string;
}

/** What came of a month, to be kept. */
export interface NewDelivery {
  readonly month: string;
  readonly records: number;
  readonly lateRecords: number;
  readonly firstOn: string;
  readonly lastOn: string;
}

/** One count of a unit and item at a time. */
export const lockDeliveries = (unit: string, item: string): Sql =>
  sql`select pg_advisory_xact_lock(hashtext('collection.delivery'), hashtext(${`${unit} ${item}`}))`;

/** Files of which something was taken, with the month that was declared for them. */
export const filesTaken = (unit: string, item: string): Sql => sql`
  select s.submission_id as "submissionId", s.received_on as "receivedOn", s.accepted, s.accepted + s.duplicate as rows, d.month
  from published.submission_figures s
  left join collection.declared_delivery d on d.submission_id = s.submission_id
  where s.unit_code = ${unit} and s.item = ${item} and s.accepted + s.duplicate + s.held > 0
  order by s.received_on, s.submission_id`;

export const clearDeliveries = (unit: string, item: string): Sql =>
  sql`delete from collection.delivery where unit_code = ${unit} and item = ${item}`;

export const insertDeliveries = (
  unit: string,
  item: string,
  months: readonly NewDelivery[],
  at: Date,
): Sql => sql`
  insert into collection.delivery (unit_code, item, month, records, late_records, first_on, last_on, counted_at)
  select ${unit}, ${item}, m.month, m.records, m."lateRecords", m."firstOn", m."lastOn", ${at}
  from jsonb_to_recordset(${JSON.stringify(months)}::jsonb)
    as m(month date, records integer, "lateRecords" integer, "firstOn" date, "lastOn" date)`;

/** Deliveries and standing declarations of the months from `from` on. */
export const factsSince = (unit: string | undefined, from: string): Sql => sql`
  select unit_code as unit, item, month, d.records, d.late_records as "lateRecords", d.first_on as "firstOn",
    d.last_on as "lastOn", n.declared_at as "nilDeclaredAt"
  from (select * from collection.delivery where month >= ${from}::date) d
  full join (select * from collection.nil_report where withdrawn_at is null and month >= ${from}::date) n
    using (unit_code, item, month)
  where ${unit ?? null}::text is null or unit_code = ${unit ?? null}`;

export const insertNil = (nil: MonthKey & { nilReportId: string; by: string; at: Date }): Sql => sql`
  insert into collection.nil_report (nil_report_id, unit_code, item, month, declared_by, declared_at)
  values (${nil.nilReportId}, ${nil.unit}, ${nil.item}, ${nil.month}, ${nil.by}, ${nil.at})
  on conflict (unit_code, item, month) where withdrawn_at is null do nothing
  returning nil_report_id`;

export const withdrawNil = (nil: MonthKey & { by: string; at: Date }): Sql => sql`
  update collection.nil_report set withdrawn_by = ${nil.by}, withdrawn_at = ${nil.at}
  where unit_code = ${nil.unit} and item = ${nil.item} and month = ${nil.month} and withdrawn_at is null
  returning nil_report_id`;

/** The item of a unit's file of which something was taken. */
export const itemOfFile = (submissionId: string, unit: string): Sql => sql`
  select item from published.submission_figures
  where submission_id = ${submissionId}::bigint and unit_code = ${unit} and accepted + duplicate + held > 0`;

export const declareMonth = (one: MonthKey & { submissionId: string; by: string; at: Date }): Sql => sql`
  insert into collection.declared_delivery (submission_id, unit_code, item, month, declared_by, declared_at)
  values (${one.submissionId}, ${one.unit}, ${one.item}, ${one.month}, ${one.by}, ${one.at})
  on conflict (submission_id) do update set month = excluded.month, declared_by = excluded.declared_by,
    declared_at = excluded.declared_at`;
