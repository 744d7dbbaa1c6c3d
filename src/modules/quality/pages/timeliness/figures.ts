/** The figures of the timeliness pages: which item, which months, and the months' shares as table and picture. */
import { addMonths } from '../../../../kernel/civil-date.ts';
import { barChart } from '../../../../platform/html/bar-chart.ts';
import { type Html, html } from '../../../../platform/html/index.ts';
import type { Visit } from '../../../../platform/html/page.ts';
import { count, percent, table } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { countedItems } from '../../queries/figures.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export const dictionaries = { zh, en };

/** An item that is counted. */
export type CountedItem = { readonly item: string; readonly name_zh: string; readonly name_en: string };

/** One month's figures as the query gives them. */
export type MonthRow = {
  readonly month: string;
  readonly records: number;
  readonly handed_in_on_time: number;
  readonly public_on_time: number;
  readonly unfixed: number;
  readonly working_days_total: number;
};

/** The items, and the one the address asks for (the first when it asks for none of them). */
export async function chooseItem(platform: Platform, visit: Visit) {
  const items = await platform.db.portal.query<CountedItem>(countedItems());
  return { items, chosen: items.find(({ item }) => item === visit.query('item')) ?? items[0] };
}

/** This month and the twelve before it, half-open. */
export function lastMonths(today: string): { from: string; until: string } {
  const month = `${today.slice(0, 7)}-01`;
  return { from: addMonths(month, -12), until: addMonths(month, 1) };
}

/** A share as text; a dash where nothing could be counted. */
export function shareText(part: number, of: number): string {
  return of === 0 ? '—' : percent(part / of);
}

/** A mean with one decimal; a dash where nothing could be counted. */
export function meanText(total: number, of: number): string {
  return of === 0 ? '—' : (total / of).toFixed(1);
}

/** The months as bars with the table under them. */
export async function monthsPart(months: readonly MonthRow[], caption: string, visit: Visit): Promise<Html> {
  const words = dictionaries[visit.language];
  const counted = (row: MonthRow) => row.records - row.unfixed;
  const bars = months.map((row) => ({
    name: row.month.slice(0, 7),
    value: counted(row) === 0 ? null : Math.floor((row.public_on_time / counted(row)) * 100),
  }));
  const chart = await barChart({ label: caption, bars, max: 100, suffix: '%' });
  const rows = months.map(
    (
      row,
    ) => html`<tr><th scope="row">${row.month.slice(0, 7)}</th><td class="number">${count(row.records, visit.language)}</td>
<td class="number">${shareText(row.handed_in_on_time, counted(row))}</td><td class="number">${shareText(row.public_on_time, counted(row))}</td>
<td class="number">${meanText(row.working_days_total, counted(row))}</td><td class="number">${row.unfixed}</td></tr>`,
  );
  const number = (name: string) => ({ name, number: true }) as const;
  const columns = [
    words.month,
    ...[words.records, words.handedIn, words.madePublic, words.average, words.unfixed].map(number),
  ];
  return html`<h2 class="small">${caption}</h2>
<div class="chart" role="region" tabindex="0" aria-label="${caption}">${chart}</div>
<details><summary>${words.monthTable}</summary>${table(visit.language, words.monthTable, columns, rows)}</details>`;
}
