/** Counts what every public surface shows: the views and functions of the portal's role, and pages, lists and downloads over HTTP. */
import { buildApp } from '../../../src/app/server.ts';
import { publicRecordId } from '../../../src/modules/records/index.ts';
import { raw, sql } from '../../../src/platform/db/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import type { BasisCity } from './city.ts';
import { ITEMS, type Item, MARK, SOUND_MARK } from './rows.ts';

/** What the portal's role reads. */
export interface Shown {
  /** Records of each item by the view, which all lists and pages are made from. */
  readonly records: Record<Item, number>;
  /** Of firms that were only given what is without basis: by the view, and by each function. */
  readonly ofFirmsWithout: number;
  /** Rows of any view of the portal in which the mark of what is without basis stands. */
  readonly marksInViews: number;
  readonly views: number;
}

/** Firms that the functions, which answer about one subject, are asked about; the views are asked about all. */
const ASKED = 20;

/** By the portal's role alone. */
export async function countShown(platform: Platform, city: BasisCity): Promise<Shown> {
  const { portal } = platform.db;
  const count = async (statement: ReturnType<typeof sql>) => (await portal.one<{ n: number }>(statement)).n;
  const codes = city.without.map(({ uscc }) => uscc);
  const ids = (
    await portal.query<{ id: string }>(
      sql`select subject_id as id from published.subject where uscc = any (${codes}::text[])`,
    )
  )
    .map(({ id }) => id)
    .slice(0, ASKED);
  const records = {} as Record<Item, number>;
  for (const item of ITEMS)
    records[item] = await count(sql`select count(*)::int as n from published.record where item = ${item}`);
  let ofFirmsWithout = await count(sql`
    select count(*)::int as n from published.record where uscc = any (${codes}::text[]) and item = any (${[...ITEMS]}::text[])`);
  for (const item of ITEMS) {
    ofFirmsWithout += await count(
      sql`select count(*)::int as n from published.records_of(${ids}::bigint[], ${item}, 1000, 0)`,
    );
    ofFirmsWithout += await count(sql`
      select count(*)::int as n from published.records_of_item(${item}, null, null, null, null, null, null, null, null, 1000) r
      where r.uscc = any (${codes}::text[])`);
    ofFirmsWithout += await count(sql`
      select coalesce(sum(records), 0)::int as n from published.record_counts_of(${ids}::bigint[]) where item = ${item}`);
  }
  const views = await portal.query<{ name: string }>(sql`
    select format('%I.%I', schemaname, viewname) as name from pg_views
    where schemaname = 'published' and has_table_privilege(format('%I.%I', schemaname, viewname), 'select') order by 1`);
  let marksInViews = 0;
  for (const { name } of views)
    marksInViews += await count(
      sql`select count(*)::int as n from ${raw(name)} v where position(${MARK} in v::text) > 0`,
    );
  return { records, ofFirmsWithout, marksInViews, views: views.length };
}

/** What stands on some pages. */
export interface Looked {
  readonly pages: number;
  /** Pages on which something without basis stands. */
  readonly withoutBasis: number;
  /** Pages on which a sound record of the item stands. */
  readonly sound: Readonly<Record<Item, readonly string[]>>;
}

/** The public id of one sound record of an item. */
export async function someRecord(platform: Platform, item: Item): Promise<string> {
  const { subject, record } = await platform.db.portal.one<{ subject: string; record: string }>(sql`
    select subject_id as subject, record_id as record from published.record where item = ${item} order by record_id limit 1`);
  return publicRecordId(subject, record);
}

/** Looks at lists, search, subjects, records and downloads as anybody; `records` are public ids to open. */
export async function look(
  platform: Platform,
  city: BasisCity,
  records: Readonly<Record<Item, string>>,
): Promise<Looked> {
  const server = await buildApp(platform);
  const [without, sound] = [city.without[0]?.uscc ?? '', await holderOf(platform, city)];
  const urls = [
    ...ITEMS.map((item) => `/api/v1/public/records?item=${item}`),
    ...ITEMS.map((item) => `/records/${records[item]}`),
    ...ITEMS.map((item) => `/api/v1/public/records/${records[item]}`),
    ...[sound, without].flatMap((uscc) => [
      `/search?q=${uscc}`,
      `/subjects/${uscc}`,
      `/api/v1/public/subjects/${uscc}`,
      `/subjects/${uscc}/licences.csv`,
    ]),
    `/search?q=${encodeURIComponent('清和市试')}`,
    '/double-publicity',
    '/double-publicity/licences.csv',
    '/registrations.csv',
    '/',
  ];
  const shows: Record<Item, string[]> = { 'administrative-penalty': [], 'administrative-licence': [] };
  let withoutBasis = 0;
  for (const [n, url] of urls.entries()) {
    const answer = await server.inject({ url, remoteAddress: `198.51.100.${n}` });
    if (answer.statusCode >= 500) throw new Error(`${url}: ${answer.statusCode}`);
    if (answer.body.includes(MARK)) withoutBasis++;
    const name = url.replaceAll(sound, '{sound}').replaceAll(without, '{without}');
    const page = ITEMS.reduce((text, item) => text.replaceAll(records[item], `{${item}}`), name);
    for (const item of ITEMS)
      if (answer.body.includes(SOUND_MARK[item])) shows[item].push(decodeURIComponent(page));
  }
  await server.close();
  return { pages: urls.length, withoutBasis, sound: shows };
}

/** A firm that is shown with a licence, or any that was given sound rows. */
async function holderOf(platform: Platform, city: BasisCity): Promise<string> {
  const [row] = await platform.db.portal.query<{ uscc: string }>(sql`
    select uscc from published.record where item = any (${[...ITEMS]}::text[]) order by item, record_id limit 1`);
  return row?.uscc ?? city.sound[0]?.uscc ?? '';
}
