/** Every statement of the catalogue: editions, items, their units, and what is in force today. */
import { type Sql, sql } from '../../platform/db/index.ts';
import type { EditionDefinition, ItemDefinition } from './item-definition.ts';

/** One loading at a time, whichever process begins it. */
export const lockCatalogue = (): Sql => sql`select pg_advisory_xact_lock(7305790271202)`;

export const upsertEditions = (editions: readonly EditionDefinition[]): Sql => sql`
  insert into catalogue.edition (edition_id, title_zh, title_en, in_force_from, in_force_until, instrument_id, legislature, under)
  select e.edition, e.title->>'zh', e.title->>'en', e."from", e.until, e.instrument, coalesce(e.level, 'national'), e.under
  from jsonb_to_recordset(${JSON.stringify(editions)}::jsonb) as e(edition text, title jsonb, "from" date, until date,
    instrument text, level text, under text)
  on conflict (edition_id) do update set title_zh = excluded.title_zh, title_en = excluded.title_en,
    in_force_from = excluded.in_force_from, in_force_until = excluded.in_force_until, instrument_id = excluded.instrument_id,
    legislature = excluded.legislature, under = excluded.under
  where row(catalogue.edition.*) is distinct from row(excluded.*)`;

/** A new item begins as a draft; a known one keeps its state. */
export const upsertItem = (item: ItemDefinition): Sql => sql`
  insert into catalogue.item (item, edition_id, name_zh, name_en, category, adverse, openness, natural_person, publicity,
    basis_instrument, basis_article, state, definition)
  values (${item.item}, ${item.edition}, ${item.name.zh}, ${item.name.en}, ${item.category}, ${item.adverse}, ${item.openness},
    ${item.naturalPerson}, ${item.publicity}, ${item.basis.instrument}, ${item.basis.article}, 'draft', ${JSON.stringify(item)}::jsonb)
  on conflict (item, edition_id) do update set name_zh = excluded.name_zh, name_en = excluded.name_en,
    category = excluded.category, adverse = excluded.adverse, openness = excluded.openness,
    natural_person = excluded.natural_person, publicity = excluded.publicity, basis_instrument = excluded.basis_instrument,
    basis_article = excluded.basis_article, definition = excluded.definition
  where catalogue.item.definition is distinct from excluded.definition`;

export const activate = (item: string, edition: string): Sql => sql`
  update catalogue.item set state = 'active' where item = ${item} and edition_id = ${edition} and state = 'draft'`;

/** Instruments with the articles that are known, as the over-reach check asks for them. */
export const selectInstruments = (): Sql => sql`
  select i.instrument_id as id, jsonb_build_object('zh', i.title_zh, 'en', i.title_en) as title, i.level,
    i.in_force_from as "from", i.in_force_until as until, i.succeeded_by as "succeededBy",
    coalesce((select jsonb_agg(a.article) from published.article a where a.instrument_id = i.instrument_id), '[]'::jsonb) as articles
  from published.instrument i`;

/** An edition, and what the one above it says of an item. */
export const selectEdition = (edition: string, item: string): Sql => sql`
  select e.edition_id as edition, e.under, i.definition as higher
  from catalogue.edition e
  left join catalogue.item i on i.edition_id = e.under and i.item = ${item} and i.state = 'active'
  where e.edition_id = ${edition}`;

export const selectToday = (): Sql => sql`select platform.today() as today`;

/** Every item that was ever put in force, for what rests on which article. */
export const selectItemBases = (): Sql => sql`
  select definition from catalogue.item where state <> 'draft' order by item, edition_id`;

/** Whether the terms on natural persons, if the item has any, rest on an instrument in force today, or its successor. */
const personBasisHolds = sql`
  (not i.definition ? 'persons' or exists (
    select from published.instrument p
    left join published.instrument ps on ps.instrument_id = p.succeeded_by and ps.in_force_from <= platform.today()
      and (ps.in_force_until is null or ps.in_force_until > platform.today())
    where p.instrument_id = i.definition -> 'persons' -> 'basis' ->> 'instrument' and p.in_force_from <= platform.today()
      and (p.in_force_until is null or p.in_force_until > platform.today() or ps.instrument_id is not null)))`;

/** The item as it may be used today: without its terms on natural persons from the day their basis ends (charter C1). */
const usableToday = sql`
  case when ${personBasisHolds} then i.definition
    else i.definition - 'persons' || '{"naturalPerson": false}' end as definition`;

export const selectActiveItem = (item: string): Sql => sql`
  select ${usableToday} from catalogue.item_now i where item = ${item}`;

export const selectActiveItems = (): Sql =>
  sql`select ${usableToday} from catalogue.item_now i order by item`;

export const selectItemOfEdition = (item: string, edition: string): Sql => sql`
  select definition from catalogue.item where item = ${item} and edition_id = ${edition}`;

/** The first day on which one of the instruments was in force. */
export const selectFirstBasisDay = (instruments: readonly string[]): Sql => sql`
  select min(in_force_from) as "from" from published.instrument where instrument_id = any(${[...instruments]}::text[])`;

/** Assigned by name, or by the unit's sector where the item names sectors. */
export const selectSupplier = (item: string, unit: string, sectors: readonly string[]): Sql => sql`
  select u.unit_code from published.unit u
  where u.unit_code = ${unit} and (u.sector = any(${[...sectors]}::text[]) or ${sectors.includes('*')}::boolean
    or exists (select 1 from catalogue.item_unit a where a.item = ${item} and a.unit_code = u.unit_code))`;

/** Items as the public reads them, past editions included. */
export const selectPublicItems = (item: string | undefined): Sql => sql`
  select i.item, i.edition_id as edition, i.state, i.definition, i.basis_instrument as instrument, i.basis_article as article,
    n.level, n.title_zh as "basisTitleZh", n.title_en as "basisTitleEn", a.says_zh as "saysZh", a.says_en as "saysEn",
    e.in_force_from as "from", e.in_force_until as until
  from published.item i
  join published.edition e on e.edition_id = i.edition_id
  join published.instrument n on n.instrument_id = i.basis_instrument
  join published.article a on a.instrument_id = i.basis_instrument and a.article = i.basis_article
  where ${item ?? null}::text is null or i.item = ${item ?? null}
  order by i.item, e.in_force_from desc`;

export const insertSupply = (item: string, unit: string): Sql => sql`
  insert into catalogue.item_unit (item, unit_code) values (${item}, ${unit}) on conflict do nothing`;

/** Titles of instruments, for pages that cite several. */
export const selectInstrumentTitles = (): Sql =>
  sql`select instrument_id as id, title_zh as zh, title_en as en from published.instrument`;

/** The catalogue with a key each row, in order, as the transparency log commits to it. */
export const stateOfCatalogue = (): Sql => sql`
  select key, state::text as shown from (
    select 'edition/' || edition_id as key, to_jsonb(e) as state from catalogue.edition e
    union all select 'item/' || item || '/' || edition_id, to_jsonb(i) from catalogue.item i
  ) entry order by key collate "C"`;

/** Items assigned by name, with a key each row, in order. */
export const stateOfSupply = (): Sql => sql`
  select key, state::text as shown from (
    select item || '/' || unit_code as key, to_jsonb(a) as state from catalogue.item_unit a
  ) supply order by key collate "C"`;
