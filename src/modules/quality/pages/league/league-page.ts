/** /quality: the departments' quality league with its formulas, weights and the data behind it. */
import { barChart } from '../../../../platform/html/bar-chart.ts';
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { table, withQuery } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { listNotices, type NoticeBesideOurs } from '../../from-above/notice.ts';
import { DOWNLOADS, type Download } from '../../league/downloads.ts';
import { FIGURES, type Figure, schemeOn } from '../../league/figures-data.ts';
import { type LeagueRow, listLeague } from '../../league/league.ts';
import { periodOf } from '../../league/period.ts';
import { shareOf } from '../../league/share.ts';
import type { Scope } from '../../queries/league.ts';
import { dictionaries, figureCells, figureHeads, shareCell } from './figure-cells.ts';
import type { LeagueWords } from './words.zh.ts';

/** The last month of a half-open period. */
const lastMonth = ({ until }: Scope) => {
  const [year, month] = [Number(until.slice(0, 4)), Number(until.slice(5, 7))];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
};

/** One figure over all departments. */
function shareOfAll(rows: readonly LeagueRow[], figure: Figure): number | null {
  const sum = (name: 'part' | 'of') => rows.reduce((total, { parts }) => total + parts[figure][name], 0);
  return shareOf(sum('part'), sum('of'));
}

async function leaguePart(rows: readonly LeagueRow[], words: LeagueWords, visit: Visit): Promise<Html> {
  if (rows.length === 0) return html`<h2 class="small">${words.none}</h2><p>${words.noneSays}</p>`;
  const bars = FIGURES.map((figure) => {
    const share = shareOfAll(rows, figure);
    // Never rounded up: 100 % is said of what is whole alone.
    return { name: words.figures[figure].name, value: share === null ? null : Math.floor(share / 10) / 10 };
  });
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

function noticesPart(notices: readonly NoticeBesideOurs[], words: LeagueWords, visit: Visit): Html | false {
  if (notices.length === 0) return false;
  const rows = notices.map(
    ({ kind, from, until, figure, share, own, document, issuedOn }) =>
      html`<tr><th scope="row">${words.noticeKinds[kind]} ${from.slice(0, 7)} – ${lastMonth({ from, until })}</th><td>${words.figures[figure].name}</td>
${shareCell(share)}${shareCell(own)}<td lang="zh-CN">${document}（${issuedOn}）</td></tr>`,
  );
  const number = (name: string) => ({ name, number: true }) as const;
  const columns = [words.notice, words.figure, number(words.theirs), number(words.ours), words.paper];
  return html`<h2>${words.notices}</h2>${table(visit.language, words.notices, columns, rows)}`;
}

/** Formulas and weights. */
export function formulasPart(words: LeagueWords, from: string, visit: Visit): Html {
  const { weights } = schemeOn(from);
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
${noticesPart(await listNotices(platform.db.portal), words, visit)}
<p><a href="${visit.to('/quality/coverage')}">${words.coverage}</a></p>
${formulasPart(words, scope.from, visit)}
${downloadsPart(words, scope)}`,
  };
}
