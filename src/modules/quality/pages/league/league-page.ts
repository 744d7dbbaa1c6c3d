/** /quality: the departments' quality league with its formulas, weights and the data behind it. */
import { barChart } from '../../../../platform/html/bar-chart.ts';
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { table, withQuery } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { DOWNLOADS, type Download } from '../../league/downloads.ts';
import { FIGURES, weightsOn } from '../../league/figures-data.ts';
import { type LeagueRow, listLeague } from '../../league/league.ts';
import { periodOf } from '../../league/period.ts';
import type { Scope } from '../../league/queries.ts';
import { dictionaries, figureCells, figureHeads } from './figure-cells.ts';
import type { LeagueWords } from './words.zh.ts';

/** Bars beyond these would be too thin to read; the table has all. */
const MOST_BARS = 12;

/** The last month of a half-open period. */
const lastMonth = ({ until }: Scope) => {
  const [year, month] = [Number(until.slice(0, 4)), Number(until.slice(5, 7))];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};

async function leaguePart(rows: readonly LeagueRow[], words: LeagueWords, visit: Visit): Promise<Html> {
  if (rows.length === 0) return html`<h2 class="small">${words.none}</h2><p>${words.noneSays}</p>`;
  const ranked = rows.filter(({ index }) => index !== null).slice(0, MOST_BARS);
  const bars = ranked.map(({ place, index }) => ({
    name: String(place),
    value: Math.floor((index ?? 0) / 100),
  }));
  const chart = await barChart({ label: words.chart, bars, max: 100, suffix: '%' });
  const lines = rows.map(
    (
      row,
    ) => html`<tr><td class="number">${row.place ?? '—'}</td><th scope="row"><a href="${visit.to(`/quality/${row.unit}`)}">${row.name[visit.language]}</a></th>
${figureCells(row)}</tr>`,
  );
  const columns = [{ name: words.place, number: true } as const, words.unit, ...figureHeads(words)];
  return html`<div class="chart" role="region" tabindex="0" aria-label="${words.chart}">${chart}</div>
<h2>${words.league}</h2>${table(visit.language, words.league, columns, lines)}`;
}

/** Formulas and weights. */
export function formulasPart(words: LeagueWords, from: string, visit: Visit): Html {
  const weights = weightsOn(from);
  const rows = FIGURES.map(
    (figure) =>
      html`<tr><th scope="row">${words.figures[figure].name}</th><td>${words.figures[figure].how}</td><td class="number">${weights[figure]}</td></tr>`,
  );
  const columns = [words.figure, words.formula, { name: words.weight, number: true } as const];
  return html`<h2>${words.howHeading}</h2><ul>${words.how.map((text) => html`<li>${text}</li>`)}</ul>
${table(visit.language, words.weights, columns, rows)}<p class="quiet">${words.source}</p>`;
}

function downloadsPart(words: LeagueWords, scope: Scope): Html {
  const period = { from: scope.from, until: scope.until };
  const files = (Object.keys(DOWNLOADS) as Download[]).map(
    (file) =>
      html`<li><a href="${withQuery(`/api/v1/public/quality/inputs/${file}`, period)}">${words.files[file]}</a></li>`,
  );
  return html`<h2>${words.downloads}</h2><p>${words.downloadsSay}</p>
<ul>${files}<li><a href="${withQuery('/api/v1/public/quality/league', period)}">${words.asJson}</a></li></ul>`;
}

/** Answers `/quality`. */
export async function leaguePage(platform: Platform, visit: Visit): Promise<PageContent> {
  const words = dictionaries[visit.language];
  const scope = periodOf(platform.clock.today());
  const rows = await listLeague(platform.db.portal, scope);
  return {
    title: words.title,
    description: words.description,
    section: '/timeliness',
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<p class="quiet">${words.period(scope.from.slice(0, 7), lastMonth(scope))}</p>
${await leaguePart(rows, words, visit)}
${formulasPart(words, scope.from, visit)}
${downloadsPart(words, scope)}`,
  };
}
