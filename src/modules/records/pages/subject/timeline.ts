/** A subject's public records by category, newest first: all of one category, or the first few of each. */
import type { Queryable } from '../../../../platform/db/index.ts';
import { type Html, html } from '../../../../platform/html/index.ts';
import type { Visit } from '../../../../platform/html/page.ts';
import { count, pager, withQuery } from '../../../../platform/html/parts.ts';
import { listPublicRecordsOfSubject, type PublicRecord } from '../../public-record.ts';
import type { Reference } from '../../reference.ts';
import { recordEntry } from '../record-entry.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const dictionaries = { zh, en };
const pageSize = 20;
const firstFew = 5;

/** Records of each category that the page shows. */
export type Timeline = { readonly item: string; readonly total: number; readonly records: PublicRecord[] }[];

/** Reads what to show: one category's page, else everything when it fits, else the newest few of each. */
export async function readTimeline(
  db: Queryable,
  ids: readonly string[],
  counts: Readonly<Record<string, number>>,
  shown: { readonly items: readonly string[]; readonly item?: string | undefined; readonly page: number },
): Promise<Timeline> {
  const total = Object.values(counts).reduce((sum, part) => sum + part, 0);
  const items = shown.items.filter((item) => counts[item]);
  if (shown.item !== undefined) {
    const offset = (shown.page - 1) * pageSize;
    const records = await listPublicRecordsOfSubject(db, ids, { item: shown.item, limit: pageSize, offset });
    return [{ item: shown.item, total: counts[shown.item] ?? 0, records }];
  }
  if (total <= pageSize) {
    const records =
      total === 0 ? [] : await listPublicRecordsOfSubject(db, ids, { limit: pageSize, offset: 0 });
    return items.map((item) => ({
      item,
      total: counts[item] ?? 0,
      records: records.filter((record) => record.item === item),
    }));
  }
  return Promise.all(
    items.map(async (item) => ({
      item,
      total: counts[item] ?? 0,
      records: await listPublicRecordsOfSubject(db, ids, { item, limit: firstFew, offset: 0 }),
    })),
  );
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
