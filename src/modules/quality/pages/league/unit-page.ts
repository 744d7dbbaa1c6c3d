/** /quality/{unit}: one department's figures by item, as part and whole. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { count, crumbs, table } from '../../../../platform/html/parts.ts';
import { type Platform, Problem, type Words } from '../../../../platform/index.ts';
import { notFound } from '../../../../platform/problems.ts';
import { FIGURES } from '../../league/figures-data.ts';
import { type ItemFigures, listItemFigures } from '../../league/league.ts';
import { periodOf } from '../../league/period.ts';
import { activeItems } from '../../queries/coverage.ts';
import { publicUnit } from '../../queries/figures.ts';
import { dictionaries, figureHeads, indexCell, shareCell } from './figure-cells.ts';
import { formulasPart } from './league-page.ts';

function itemRow(row: ItemFigures, name: string, visit: Visit): Html {
  const words = dictionaries[visit.language];
  const written = (value: number) => count(value, visit.language);
  const parts = FIGURES.map(
    (figure) =>
      html`<td class="number quiet">${words.partOf(written(row.parts[figure].part), written(row.parts[figure].of))}</td>`,
  );
  return html`<tr><th scope="row">${name}</th>${indexCell(row.index)}${FIGURES.map((figure) => shareCell(row.shares[figure]))}</tr>
<tr><td></td><td></td>${parts}</tr>`;
}

/** Answers `/quality/{unit}`. */
export async function qualityUnitPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const db = platform.db.portal;
  const code = visit.param('unit');
  const unit = await db.maybe<{ name_zh: string; name_en: string }>(publicUnit(code));
  if (!unit) throw new Problem(notFound);
  const words = dictionaries[visit.language];
  const scope = periodOf(platform.clock.today());
  const [rows, items] = await Promise.all([
    listItemFigures(db, code, scope),
    db.query<Words & { item: string }>(activeItems()),
  ]);
  const nameOf = new Map(items.map((item) => [item.item, item[visit.language]]));
  const name = unit[`name_${visit.language}`];
  const columns = [words.item, ...figureHeads(words)];
  return {
    title: `${name} · ${words.title}`,
    section: '/timeliness',
    main: html`${crumbs(visit.language, [{ name: words.title, address: visit.to('/quality') }])}
<h1>${name}</h1>
${
  rows.length === 0
    ? html`<p>${words.none}</p>`
    : table(
        visit.language,
        words.byItem,
        columns,
        rows.map((row) => itemRow(row, nameOf.get(row.item) ?? row.item, visit)),
      )
}
<p><a href="${visit.to(`/timeliness/${code}`)}">${words.timeliness}</a></p>
${formulasPart(words, scope.from, visit)}`,
  };
}
