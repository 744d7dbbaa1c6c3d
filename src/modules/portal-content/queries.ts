/** What the pages of portal-content ask of the published views. */
import { planned, type Sql, sql } from '../../platform/db/index.ts';

/** How many registered subjects are known. */
export const subjectTotal = (): Sql => sql`select subjects as count from published.subject_total`;

/** The publicity of penalties by class under the rules in force today. */
export interface PublicityNow {
  misconduct_class: 'slight' | 'general' | 'serious';
  published: boolean;
  min_months: number | null;
  max_months: number | null;
  instrument_id: string;
  article: string;
  title_zh: string;
  title_en: string;
}

export const publicityNow = (): Sql => sql`
  select r.misconduct_class, r.published, r.min_months, r.max_months, r.instrument_id, r.article, i.title_zh, i.title_en
  from published.publicity_rule r join published.instrument i on i.instrument_id = r.instrument_id
  where r.kind = 'penalty' and r.in_force_from <= platform.today()
    and (r.in_force_until is null or r.in_force_until > platform.today())
  order by array_position(array['slight', 'general', 'serious'], r.misconduct_class)`;

/** An item of the catalogue by name. */
export interface ItemName {
  item: string;
  name_zh: string;
  name_en: string;
}

export const itemNames = (): Sql =>
  planned('item-names', sql`select item, name_zh, name_en from published.item where state = 'active'`);
