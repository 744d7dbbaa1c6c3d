/** /timeliness: how many of each department's decisions were handed in and public on time, and the city's months. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { count, moment, percent, shareBar, table, tabs, withQuery } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { listTimeliness, type UnitTimeliness } from '../../figures.ts';
import { gapsByUnit, timelinessByMonth } from '../../queries/figures.ts';
import {
  type CountedItem,
  chooseItem,
  dictionaries,
  lastMonths,
  type MonthRow,
  monthsPart,
} from './figures.ts';

function share(value: number | null): Html {
  return value === null ? html`—` : html`${percent(value)}${shareBar(value)}`;
}

function unitRow(unit: UnitTimeliness, gaps: number, visit: Visit): Html {
  const address = withQuery(visit.to(`/timeliness/${unit.unit}`), { item: unit.item });
  return html`<tr><th scope="row"><a href="${address}">${unit.name[visit.language]}</a></th>
<td class="number">${count(unit.records, visit.language)}</td><td class="number">${share(unit.handedInShare)}</td><td class="number">${share(unit.publicShare)}</td>
<td class="number">${unit.averageWorkingDays?.toFixed(1) ?? '—'}</td><td class="number">${unit.unfixed}</td><td class="number">${gaps}</td></tr>`;
}

/** The tabs of items. */
export function itemTabs(
  items: readonly CountedItem[],
  chosen: CountedItem | undefined,
  path: string,
  visit: Visit,
): Html {
  return tabs(
    dictionaries[visit.language].items,
    items.map((entry) => ({
      name: entry[`name_${visit.language}`],
      address: withQuery(path, { item: entry.item }),
      current: entry.item === chosen?.item,
    })),
  );
}

async function body(platform: Platform, item: string, visit: Visit): Promise<Html> {
  const words = dictionaries[visit.language];
  const period = lastMonths(platform.clock.today());
  const db = platform.db.portal;
  const [all, months, gapRows] = await Promise.all([
    listTimeliness(db, period),
    db.query<MonthRow>(timelinessByMonth(item, period.from, period.until, undefined)),
    db.query<{ unit: string; gaps: number }>(gapsByUnit(item)),
  ]);
  const units = all.filter((unit) => unit.item === item);
  const [first] = units;
  if (first === undefined) return html`<h2 class="small">${words.none}</h2><p>${words.noneSays}</p>`;
  const latest = units.reduce((at, unit) => (unit.countedAt > at ? unit.countedAt : at), first.countedAt);
  const gaps = new Map(gapRows.map((row) => [row.unit, row.gaps]));
  const number = (name: string) => ({ name, number: true }) as const;
  const columns = [words.records, words.handedIn, words.madePublic, words.average, words.unfixed, words.gaps];
  const rows = units.map((unit) => unitRow(unit, gaps.get(unit.unit) ?? 0, visit));
  return html`<p class="quiet">${words.period(period.from.slice(0, 7), platform.clock.today().slice(0, 7))} · ${words.asOf} ${moment(latest)}</p>
${await monthsPart(months, words.byMonth, visit)}
<h2>${words.byUnit}</h2>${table(visit.language, words.byUnit, [words.unit, ...columns.map(number)], rows)}`;
}

/** Answers `/timeliness?item=`. */
export async function timelinessPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const words = dictionaries[visit.language];
  const { items, chosen } = await chooseItem(platform, visit);
  return {
    title: words.title,
    description: words.description,
    section: '/timeliness',
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${itemTabs(items, chosen, visit.to('/timeliness'), visit)}
${chosen && (await body(platform, chosen.item, visit))}
<h2>${words.howHeading}</h2><ul>${words.how.map((text) => html`<li>${text}</li>`)}<li>${words.gapsShort}</li></ul>
<p><a href="${visit.to('/quality')}">${words.league}</a></p>
<p><a href="${visit.to('/supervision')}">${words.selfCheck}</a></p>`,
  };
}
