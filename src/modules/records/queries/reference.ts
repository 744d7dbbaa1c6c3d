/** What pages need besides records: items with their basis, units, rules, limits and the calendar, all as published. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { ItemDefinition } from '../../catalogue/index.ts';

export interface ItemRow {
  definition: ItemDefinition;
  basis_instrument: string;
  basis_article: string;
}

export const activeItems = (): Sql => sql`
  select definition, basis_instrument, basis_article from published.item where state = 'active' order by item`;

export interface UnitRow {
  unit_code: string;
  name_zh: string;
  name_en: string;
  sector: string;
  area_code: string;
}

export const units = (): Sql => sql`
  select unit_code, name_zh, name_en, sector, area_code from published.unit order by unit_code`;

export interface RuleRow {
  rule_id: string;
  misconduct_class: string;
  min_months: number | null;
  max_months: number | null;
  instrument_id: string;
  article: string;
}

export const publicityRules = (): Sql => sql`
  select rule_id, misconduct_class, min_months, max_months, instrument_id, article from published.publicity_rule`;

export const decisionLimits = (): Sql => sql`
  select limit_id as id, item, sector, working_days as "workingDays", starts, in_force_from as "from",
    in_force_until as until, instrument_id as instrument, article, confidence
  from published.time_limit where starts = 'decision' order by limit_id`;

export const instrumentTitles = (): Sql => sql`
  select instrument_id as id, title_zh, title_en from published.instrument`;

export const calendarYears = (): Sql => sql`select year from published.calendar_year order by year`;

export const calendarDays = (): Sql => sql`select day, off, name from published.calendar_day order by day`;
