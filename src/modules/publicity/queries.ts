/** Every statement of publicity: its three tables are replaced as a whole on load, and read. */
import { type Sql, sql } from '../../platform/db/index.ts';
import type { OwnPeriod, PenaltyKindClass, PublicityRule } from './rules.ts';

/** One loading at a time, whichever process begins it. */
export const lockPublicity = (): Sql => sql`select pg_advisory_xact_lock(7305790271203)`;

export const clearRules = (): Sql => sql`delete from publicity.rule`;
export const clearClasses = (): Sql => sql`delete from publicity.penalty_kind_class`;
export const clearOwnPeriods = (): Sql => sql`delete from publicity.own_period`;

export const insertRules = (rules: readonly PublicityRule[]): Sql => sql`
  insert into publicity.rule (rule_id, kind, misconduct_class, in_force_from, in_force_until, published, min_months,
    max_months, clock, instrument_id, article, confidence)
  select r.rule, r.kind, r.class, r."from", r.until, r.published, r."minMonths", r."maxMonths", r.clock, r.instrument, r.article, r.confidence
  from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb) as r(rule text, kind text, class text, "from" date, until date,
    published boolean, "minMonths" integer, "maxMonths" integer, clock text, instrument text, article text, confidence text)`;

export const insertClasses = (classes: readonly PenaltyKindClass[]): Sql => sql`
  insert into publicity.penalty_kind_class (penalty_kind, misconduct_class, in_force_from, in_force_until, instrument_id,
    article, confidence)
  select c.kind, c.class, c."from", c.until, c.instrument, c.article, c.confidence
  from jsonb_to_recordset(${JSON.stringify(classes)}::jsonb) as c(kind text, class text, "from" date, until date,
    instrument text, article text, confidence text)`;

export const insertOwnPeriods = (periods: readonly OwnPeriod[]): Sql => sql`
  insert into publicity.own_period (own_period_id, item, sector, misconduct_class, months, in_force_from, in_force_until,
    instrument_id, article)
  select p.id, p.item, p.sector, p.class, p.months, p."from", p.until, p.instrument, p.article
  from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as p(id text, item text, sector text, class text,
    months integer, "from" date, until date, instrument text, article text)`;

export const selectRules = (): Sql => sql`
  select rule_id as rule, kind, misconduct_class as class, in_force_from as "from", in_force_until as until, published,
    min_months as "minMonths", max_months as "maxMonths", clock, instrument_id as instrument, article, confidence
  from publicity.rule order by in_force_from, misconduct_class`;

export const selectClasses = (): Sql => sql`
  select penalty_kind as kind, misconduct_class as class, in_force_from as "from", in_force_until as until,
    instrument_id as instrument, article, confidence
  from publicity.penalty_kind_class order by penalty_kind, in_force_from`;

export const selectOwnPeriods = (): Sql => sql`
  select own_period_id as id, item, sector, misconduct_class as class, months, in_force_from as "from",
    in_force_until as until, instrument_id as instrument, article
  from publicity.own_period order by own_period_id`;

/** All rules of publicity with a key each, in order, as the transparency log commits to them. */
export const stateOfPublicity = (): Sql => sql`
  select key, state::text as shown from (
    select 'rule/' || rule_id || '/' || misconduct_class as key, to_jsonb(r) as state from publicity.rule r
    union all select 'class/' || penalty_kind || '/' || in_force_from, to_jsonb(c) from publicity.penalty_kind_class c
    union all select 'own-period/' || own_period_id, to_jsonb(o) from publicity.own_period o
  ) rule order by key collate "C"`;
