/** /double-publicity: licences page by page and as a download, penalties one page of twenty and no more. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { pager, tabs, withQuery } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { countRequest } from '../../../../platform/rate-limit.ts';
import { listPublicRecordsOfItem, type PublicRecord, parsePublicRecordId } from '../../public-record.ts';
import { getReference } from '../../reference.ts';
import { adversePages } from '../limits.ts';
import { recordEntry } from '../record-entry.ts';
import { type ReadFilter, readFilter, readPosition } from './filter.ts';
import { filterForm } from './filter-form.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const dictionaries = { zh, en };
const pageSize = 20;
const tabItems = { licences: 'administrative-licence', penalties: 'administrative-penalty' } as const;

type Tab = keyof typeof tabItems;

function neighbours(
  records: readonly PublicRecord[],
  visit: Visit,
  query: Readonly<Record<string, string>>,
): Html | undefined {
  const path = visit.to('/double-publicity');
  const last = records.at(-1);
  const position = last && parsePublicRecordId(last.id);
  const isFull = records.length === pageSize && last !== undefined && position !== undefined;
  return pager(visit.language, {
    first: visit.query('before') === '' ? undefined : withQuery(path, query),
    next: isFull
      ? withQuery(path, { ...query, before: `${last.decidedOn}.${position.recordId}` })
      : undefined,
  });
}

function foot(tab: Tab, read: ReadFilter, records: readonly PublicRecord[], visit: Visit): Html {
  const words = dictionaries[visit.language];
  if (tab === 'penalties') return html`<div class="notice"><p>${words.onePage}</p></div>`;
  const { to } = visit;
  return html`${neighbours(records, visit, { tab, ...read.typed })}
<p class="downloads"><a href="${withQuery(to('/double-publicity/licences.csv'), read.typed)}" download>${words.download}</a> · <a href="${to('/registrations.csv')}" download>${words.registrations}</a></p>`;
}

/** Answers `/double-publicity?tab=&unit=&kind=&from=&to=&area=&before=`. */
export async function doublePublicityPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const words = dictionaries[visit.language];
  const tab: Tab = visit.query('tab') === 'penalties' ? 'penalties' : 'licences';
  const isAdverse = tab === 'penalties';
  if (isAdverse) countRequest(platform, adversePages, visit.request.ip);
  const reference = await getReference(platform);
  const read = readFilter(visit, tabItems[tab], reference.items.get(tabItems[tab]));
  const before = isAdverse ? undefined : readPosition(visit.query('before'));
  const records =
    read.wrong.length > 0
      ? []
      : await listPublicRecordsOfItem(platform.db.portal, read.filter, { before, limit: pageSize });
  const path = visit.to('/double-publicity');
  const choices = (Object.keys(tabItems) as Tab[]).map((key) => ({
    name: reference.items.get(tabItems[key])?.name[visit.language] ?? key,
    address: withQuery(path, { tab: key === 'licences' ? '' : key }),
    current: key === tab,
  }));
  const list =
    records.length === 0
      ? read.wrong.length === 0 && html`<h2 class="small">${words.none}</h2><p>${words.noneSays}</p>`
      : html`<h2 class="off-screen">${words.list}</h2><ol class="results">${records.map((record) => recordEntry(record, reference, visit, { subject: true }))}</ol>`;
  return {
    title: `${words.title} · ${choices.find(({ current }) => current)?.name}`,
    description: words.description,
    section: '/double-publicity',
    fresh: true,
    forgettable: isAdverse,
    noindex: true,
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${tabs(words.tabs, choices)}
${filterForm(read, reference, visit, { path, tab })}
${list}
${foot(tab, read, records, visit)}
<p class="quiet">${words.withoutSoleTraders}</p>`,
  };
}
