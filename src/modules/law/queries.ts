/** Every statement of law: instruments, articles, what rests on them, time limits, and the calendar. */
import { type Sql, sql } from '../../platform/db/index.ts';
import type { ArticleEntry, InstrumentEntry, TimeLimit } from './law-data.ts';
import type { WorkingDayRow } from './working-day-rows.ts';

/** One loading at a time, whichever process begins it. */
export const lockLaw = (): Sql => sql`select pg_advisory_xact_lock(7305790271201)`;

export const upsertInstruments = (items: readonly InstrumentEntry[]): Sql => sql`
  insert into law.instrument (instrument_id, title_zh, title_en, number, issuing_body, level, in_force_from,
    in_force_until, succeeded_by, source, confidence)
  select i.id, i.title->>'zh', i.title->>'en', i.number, i.body, i.level, i."from", i.until, i."succeededBy", i.source, i.confidence
  from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i(id text, title jsonb, number text, body text, level text,
    "from" date, until date, "succeededBy" text, source text, confidence text)
  on conflict (instrument_id) do update set title_zh = excluded.title_zh, title_en = excluded.title_en,
    number = excluded.number, issuing_body = excluded.issuing_body, level = excluded.level,
    in_force_from = excluded.in_force_from, in_force_until = excluded.in_force_until,
    succeeded_by = excluded.succeeded_by, source = excluded.source, confidence = excluded.confidence
  where row(law.instrument.*) is distinct from row(excluded.*)`;

export const upsertArticles = (items: readonly ArticleEntry[]): Sql => sql`
  insert into law.article (instrument_id, article, says_zh, says_en, confidence)
  select a.instrument, a.article, a.says->>'zh', a.says->>'en', a.confidence
  from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as a(instrument text, article text, says jsonb, confidence text)
  on conflict (instrument_id, article) do update set says_zh = excluded.says_zh, says_en = excluded.says_en,
    confidence = excluded.confidence
  where row(law.article.*) is distinct from row(excluded.*)`;

export const clearTimeLimits = (): Sql => sql`delete from law.time_limit`;

export const insertTimeLimits = (items: readonly TimeLimit[]): Sql => sql`
  insert into law.time_limit (limit_id, item, sector, working_days, starts, in_force_from, in_force_until,
    instrument_id, article, confidence)
  select t.id, t.item, t.sector, t."workingDays", t.starts, t."from", t.until, t.instrument, t.article, t.confidence
  from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as t(id text, item text, sector text, "workingDays" integer,
    starts text, "from" date, until date, instrument text, article text, confidence text)`;

export const clearBasisUse = (kind: string): Sql => sql`delete from law.basis_use where use_kind = ${kind}`;

export const insertBasisUse = (
  kind: string,
  uses: readonly { id: string; instrument: string; article: string }[],
): Sql => sql`
  insert into law.basis_use (use_kind, use_id, instrument_id, article)
  select distinct ${kind}::text, u.id, u.instrument, u.article
  from jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) as u(id text, instrument text, article text)`;

export const selectTimeLimits = (item: string): Sql => sql`
  select limit_id as id, item, sector, working_days as "workingDays", starts, in_force_from as "from",
    in_force_until as until, instrument_id as instrument, article, confidence
  from law.time_limit where item = ${item} and starts = 'decision' order by limit_id`;

export const selectCalendarYears = (): Sql =>
  sql`select year, notice, loaded_by as "loadedBy", loaded_at as "loadedAt" from law.calendar_year order by year`;

export const selectCalendarDays = (): Sql =>
  sql`select day, off, name, year from law.calendar_day order by day`;

/** False when somebody loaded the year meanwhile. */
export const insertCalendarYear = (year: number, notice: string, by: string, at: Date): Sql => sql`
  insert into law.calendar_year (year, notice, loaded_by, loaded_at) values (${year}, ${notice}, ${by}, ${at})
  on conflict (year) do nothing returning year`;

export const insertCalendarDays = (
  year: number,
  days: readonly { date: string; off: boolean; name: string }[],
): Sql => sql`
  insert into law.calendar_day (day, off, name, year)
  select d.date, d.off, d.name, ${year}::integer
  from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d(date date, off boolean, name text)
  on conflict (day) do update set off = excluded.off, name = excluded.name, year = excluded.year`;

export const clearWorkingDays = (): Sql => sql`delete from law.working_day`;

export const insertWorkingDays = (rows: readonly WorkingDayRow[]): Sql => sql`
  insert into law.working_day (day, working, ordinal)
  select d.day, d.working, d.ordinal
  from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(day date, working boolean, ordinal integer)`;

export const selectWorkingDays = (): Sql => sql`
  select day, working, ordinal from law.working_day order by day`;

export const countWorkingDays = (): Sql => sql`select count(*)::integer as days from law.working_day`;

/** Instruments as the public reads them, by id, with their articles. */
export const selectPublicInstruments = (): Sql => sql`
  select i.instrument_id as id, i.title_zh, i.title_en, i.number, i.issuing_body as body, i.level,
    i.in_force_from as "from", i.in_force_until as until, i.succeeded_by as "succeededBy", i.source, i.confidence,
    coalesce((select jsonb_agg(jsonb_build_object('article', a.article, 'says', jsonb_build_object('zh', a.says_zh, 'en', a.says_en),
      'confidence', a.confidence,
      'carries', coalesce((select jsonb_agg(jsonb_build_object('kind', u.use_kind, 'id', u.use_id) order by u.use_kind, u.use_id)
        from published.basis_use u where u.instrument_id = a.instrument_id and u.article = a.article), '[]'::jsonb))
      order by a.article) from published.article a where a.instrument_id = i.instrument_id), '[]'::jsonb) as articles
  from published.instrument i order by i.instrument_id`;

export const selectPublicTimeLimits = (): Sql => sql`
  select limit_id as id, item, sector, working_days as "workingDays", starts, in_force_from as "from",
    in_force_until as until, instrument_id as instrument, article, confidence
  from published.time_limit order by limit_id`;

export const selectPublicRules = (): Sql => sql`
  select rule_id as rule, kind as "appliesTo", misconduct_class as class, in_force_from as "from", in_force_until as until, published,
    min_months as "minMonths", max_months as "maxMonths", clock, instrument_id as instrument, article, confidence
  from published.publicity_rule order by in_force_from, misconduct_class`;

export const selectPublicKindClasses = (): Sql => sql`
  select penalty_kind as "penaltyKind", misconduct_class as class, in_force_from as "from", in_force_until as until,
    instrument_id as instrument, article, confidence
  from published.penalty_kind_class order by penalty_kind, in_force_from`;

export const selectPublicOwnPeriods = (): Sql => sql`
  select own_period_id as id, item, sector, misconduct_class as class, months, in_force_from as "from",
    in_force_until as until, instrument_id as instrument, article
  from published.own_period order by own_period_id`;

export const selectPublicCalendarYears = (): Sql =>
  sql`select year, notice from published.calendar_year order by year`;

export const selectLevels = (): Sql => sql`select instrument_id as id, level from law.instrument`;

/** Names of the catalogue's items, for pages that say what rests on an article. */
export const itemNames = (): Sql => sql`select item, name_zh, name_en from published.item order by item`;

/** All rules of law with a key each, in order, as the transparency log commits to them; who loaded a year, and when, apart. */
export const stateOfLaw = (): Sql => sql`
  select key, state::text as shown from (
    select 'instrument/' || instrument_id as key, to_jsonb(i) as state from law.instrument i
    union all select 'article/' || instrument_id || '/' || article, to_jsonb(a) from law.article a
    union all select 'time-limit/' || limit_id, to_jsonb(t) from law.time_limit t
    union all select 'calendar-year/' || year, to_jsonb(y) - 'loaded_at' - 'loaded_by' from law.calendar_year y
    union all select 'calendar-day/' || day, to_jsonb(d) from law.calendar_day d
  ) rule order by key collate "C"`;

/** What rests on which article, with a key each row, in order. */
export const stateOfBasisUse = (): Sql => sql`
  select key, state::text as shown from (
    select use_kind || '/' || use_id || '/' || instrument_id || '/' || article as key, to_jsonb(u) as state
    from law.basis_use u
  ) basis order by key collate "C"`;
