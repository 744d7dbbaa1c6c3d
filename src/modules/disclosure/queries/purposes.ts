/** Statements on the closed list of purposes. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { Purpose } from '../purposes-data.ts';

/** One loading at a time. */
export const lockPurposes = (): Sql => sql`select pg_advisory_xact_lock(hashtext('disclosure.purpose'))`;

export const clearPurposes = (): Sql => sql`delete from disclosure.purpose`;

export const insertPurposes = (purposes: readonly Purpose[]): Sql => sql`
  insert into disclosure.purpose (purpose, name_zh, name_en, holders, reach, in_force_from, in_force_until, instrument_id,
    article, definition)
  select p.d->>'purpose', p.d->'name'->>'zh', p.d->'name'->>'en', p.d->>'holders', p.d->>'reach', (p.d->>'from')::date,
    (p.d->>'until')::date, p.d->>'instrument', p.d->>'article', p.d
  from jsonb_array_elements(${JSON.stringify(purposes)}::jsonb) as p(d)`;

/** Purposes in force today whose basis, or its successor, is in force today (charter C1). */
export const purposesToday = (): Sql => sql`
  select p.definition from disclosure.purpose p
  join published.instrument i on i.instrument_id = p.instrument_id
  where p.in_force_from <= platform.today() and (p.in_force_until is null or p.in_force_until > platform.today())
    and i.in_force_from <= platform.today()
    and (i.in_force_until is null or i.in_force_until > platform.today() or i.succeeded_by is not null)
  order by p.purpose`;

/** Titles of instruments, for documents that cite them. */
export const instrumentTitles = (): Sql => sql`
  select instrument_id as id, title_zh as zh, title_en as en from published.instrument`;

/** Those of these instruments that are in force today, or whose successor is (charter C1). */
export const instrumentsToday = (instruments: readonly string[]): Sql => sql`
  select i.instrument_id as id from published.instrument i
  left join published.instrument s on s.instrument_id = i.succeeded_by and s.in_force_from <= platform.today()
    and (s.in_force_until is null or s.in_force_until > platform.today())
  where i.instrument_id = any (${instruments}::text[]) and i.in_force_from <= platform.today()
    and (i.in_force_until is null or i.in_force_until > platform.today() or s.instrument_id is not null)`;
