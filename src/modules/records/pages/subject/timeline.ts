/** A subject's public records by category, newest first: all of one category, or the first few of each. */
import type { Queryable } from '../../../../platform/db/index.ts';
import { type Html, html } from '../../../../platform/html/index.ts';
import type { Visit } from '../../../../platform/html/page.ts';
import { count, pager, withQuery } from '../../../../platform/html/parts.ts';
import {
  countPublicRecordsOfSubject,
  listPublicRecordsOfSubject,
  type PublicRecord,
} from '../../public-record.ts';
import type { Reference } from '../../reference.ts';
import { recordEntry } from '../record-entry.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const dictionaries = { zh, en };
const pageSize = 20;
const firstFew = 5;

/** Public records by category. */
export type Counts = Readonly<Record<string, number>>;

/** Records of each category that the page shows. */
export type Timeline = { readonly item: string; readonly total: number; readonly records: PublicRecord[] }[];

/** What the address asks for, and the order in which categories stand. */
export type Wish = { readonly items: readonly string[]; readonly item: string; readonly page: number };

/**
 * Reads what to show. Most subjects have few records: they are read once and counted here, which is one statement.
 * Of others one category's page is shown, or the newest few of each.
 */
export async function readTimeline(
  db: Queryable,
  ids: readonly string[],
  wish: Wish,
): Promise<{ counts: Counts; item: string | undefined; timeline: Timeline }> {
  const few = await listPublicRecordsOfSubject(db, ids, { limit: pageSize + 1, offset: 0 });
  if (few.length > pageSize) return readMany(db, ids, wish);
  const counts: Record<string, number> = {};
  for (const { item } of few) counts[item] = (counts[item] ?? 0) + 1;
  const item = counts[wish.item] ? wish.item : undefined;
  const shown = wish.items.filter((code) => counts[code] && (item === undefined || code === item));
  const timeline = shown.map((code) => ({
    item: code,
    total: counts[code] ?? 0,
    records: few.filter((record) => record.item === code),
  }));
  return { counts, item, timeline };
}

async function readMany(db: Queryable, ids: readonly string[], wish: Wish) {
  const counts = await countPublicRecordsOfSubject(db, ids);
  const item = counts[wish.item] ? wish.item : undefined;
  const codes = item === undefined ? wish.items.filter((code) => counts[code]) : [item];
  const range =
    item === undefined
      ? { limit: firstFew, offset: 0 }
      : { limit: pageSize, offset: (wish.page - 1) * pageSize };
  const timeline = await Promise.all(
    codes.map(async (code) => ({
      item: code,
      total: counts[code] ?? 0,
      records: await listPublicRecordsOfSubject(db, ids, { item: code, ...range }),
    })),
  );
  return { counts, item, timeline };
}

/** The timeline as sections, one a category. */
export function timelinePart(
  timeline: Timeline,
  reference: Reference,
  visit: Visit,
  place: { readonly path: string; readonly page: number; readonly item?: string | undefined },
): Html[] {
  const words = dictionaries[visit.language];
  return timeline.map(({ item, total, records }) => {
    const name = reference.items.get(item)?.name[visit.language] ?? item;
    const at = (page: number) => withQuery(place.path, { item, page: page === 1 ? undefined : page });
    const isWhole = place.item !== undefined;
    const isShort = !isWhole && records.length < total;
    return html`<section aria-labelledby="${item}"><h2 id="${item}">${name}</h2>
<ol class="results">${records.map((record) => recordEntry(record, reference, visit))}</ol>
${isShort && html`<p><a href="${at(1)}">${words.more(count(total, visit.language), name)}</a></p>`}
${
  isWhole &&
  pager(visit.language, {
    previous: place.page > 1 ? at(place.page - 1) : undefined,
    next: place.page * pageSize < total ? at(place.page + 1) : undefined,
  })
}</section>`;
  });
}
