/** /timeliness/{unit}: one department's months, and the gaps in its document numbers. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { count, crumbs, table, withQuery } from '../../../../platform/html/parts.ts';
import { type Platform, Problem } from '../../../../platform/index.ts';
import { notFound } from '../../../../platform/problems.ts';
import { listNumberSeries } from '../../figures.ts';
import { publicUnit, timelinessByMonth } from '../../queries/figures.ts';
import { chooseItem, dictionaries, lastMonths, type MonthRow, monthsPart } from './figures.ts';
import { itemTabs } from './timeliness-page.ts';

type Series = Awaited<ReturnType<typeof listNumberSeries>>[number];

const missingShown = 20;

function gapsPart(series: readonly Series[], visit: Visit): Html {
  const words = dictionaries[visit.language];
  const withGaps = series.filter(({ missing }) => missing.length > 0).slice(0, 50);
  const rows = withGaps.map(({ series: name, lowest, highest, present, missing }) => {
    const total = highest - lowest + 1 - present;
    const shown = missing.slice(0, missingShown).join(visit.language === 'zh' ? '、' : ', ');
    return html`<tr><th scope="row" lang="zh-CN">${name}</th><td class="number">${lowest}–${highest}</td><td class="number">${count(present, visit.language)}</td>
<td>${shown}${total > missingShown && words.moreMissing(total)}</td></tr>`;
  });
  const number = (name: string) => ({ name, number: true }) as const;
  const columns = [words.series, number(words.range), number(words.present), words.missing];
  return html`<h2>${words.gapsHeading}</h2><p>${words.gapsSay}</p>
${rows.length === 0 ? html`<p>${words.noGaps}</p>` : table(visit.language, words.gapsHeading, columns, rows)}`;
}

/** Answers `/timeliness/{unit}?item=`. */
export async function unitPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const db = platform.db.portal;
  const code = visit.param('unit');
  const [unit, { items, chosen }] = await Promise.all([
    db.maybe<{ unit_code: string; name_zh: string; name_en: string }>(publicUnit(code)),
    chooseItem(platform, visit),
  ]);
  if (!unit || !chosen) throw new Problem(notFound);
  const words = dictionaries[visit.language];
  const period = lastMonths(platform.clock.today());
  const [months, series] = await Promise.all([
    db.query<MonthRow>(timelinessByMonth(chosen.item, period.from, period.until, code)),
    listNumberSeries(db, code),
  ]);
  const name = unit[`name_${visit.language}`];
  const tab = chosen.item === 'administrative-penalty' ? 'penalties' : 'licences';
  return {
    title: `${name} · ${words.title}`,
    section: '/timeliness',
    main: html`${crumbs(visit.language, [{ name: words.title, address: visit.to('/timeliness') }])}
<h1>${name}</h1>
${itemTabs(items, chosen, visit.to(`/timeliness/${code}`), visit)}
${months.length === 0 ? html`<p>${words.none}</p>` : await monthsPart(months, words.byMonthOf(name), visit)}
${gapsPart(
  series.filter(({ item }) => item === chosen.item),
  visit,
)}
<p><a href="${withQuery(visit.to('/double-publicity'), { tab, unit: code })}">${words.decisions}</a></p>`,
  };
}
