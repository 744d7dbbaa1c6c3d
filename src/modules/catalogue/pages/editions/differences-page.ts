/** /catalogue/editions/differences: two editions side by side, by class and, where both are this platform's, by item. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { crumbs, table } from '../../../../platform/html/parts.ts';
import { type Platform, Problem } from '../../../../platform/index.ts';
import { notFound } from '../../../../platform/problems.ts';
import {
  type ClassRow,
  type ClassSide,
  compareEditions,
  type ItemDifference,
  listEditions,
} from '../../editions/compare-editions.ts';
import { changesTable } from '../changes-table.ts';
import { compareForm } from './editions-page.ts';
import { words as editionWords } from './words.ts';

function side({ has, items, below }: ClassSide, { language, to }: Visit): Html {
  const words = editionWords[language];
  if (!has) return html`<span class="quiet">${words.hasNot}</span>`;
  if (items.length > 0)
    return html`${items.map(({ item, name }, index) => [index > 0 && words.comma, html`<a href="${to(`/catalogue/${item}`)}">${name[language]}</a>`])}`;
  return html`${words.has}${below.map(
    (entry) =>
      html`<br><span class="small-text">${entry.items[language]}${entry.isReading && html` <span class="mark">${words.reading}</span>`}</span>`,
  )}`;
}

function classRow(row: ClassRow, visit: Visit): Html {
  const words = editionWords[visit.language];
  const [left, right] = row.sides;
  const differs = left.has !== right.has || left.below.length !== right.below.length;
  const name =
    visit.language === 'zh' ? row.name : html`${row.en} <span class="quiet" lang="zh-CN">${row.name}</span>`;
  return html`<tr><th scope="row">${name}${differs && html` <strong class="mark">${words.differs}</strong>`}${!row.isSure && html` <span class="mark">${words.unsure}</span>`}</th>
<td>${side(left, visit)}</td><td>${side(right, visit)}</td></tr>`;
}

function itemPart({ item, name, kind, changes }: ItemDifference, visit: Visit): Html {
  const words = editionWords[visit.language];
  return html`<h3>${name[visit.language]} <span class="mark">${words.kinds[kind]}</span></h3>
${changes.length > 0 && changesTable(visit.language, `${name[visit.language]} (${item})`, changes)}`;
}

/** Answers `/catalogue/editions/differences?a=…&b=…`. */
export async function differencesPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const { language, to } = visit;
  const words = editionWords[language];
  const editions = await listEditions(platform.db.portal);
  const wanted = [visit.query('a') || 'national-2022', visit.query('b') || 'national-2024'] as const;
  const [left, right] = wanted.map((id) => editions.find((edition) => edition.id === id));
  if (!left || !right) throw new Problem(notFound);
  const { classes, items } = await compareEditions(platform.db.portal, left, right);
  const titles = [left, right].map(({ short }) => short[language]);
  const both = left.kind === 'platform' && right.kind === 'platform';
  return {
    title: words.differences,
    section: '/law',
    noindex: true,
    main: html`${crumbs(language, [
      { name: words.catalogue, address: to('/catalogue') },
      { name: words.title, address: to('/catalogue/editions') },
    ])}
<h1>${words.differences}</h1>${compareForm(editions, [left.id, right.id], visit)}
<p>${words.differencesSay}</p>
${table(
  language,
  `${titles[0]} / ${titles[1]}`,
  [words.class, titles[0] ?? '', titles[1] ?? ''],
  classes.map((row) => classRow(row, visit)),
)}
${both && html`<h2>${words.items}</h2>${items.length === 0 ? html`<p>${words.noItems}</p>` : items.map((one) => itemPart(one, visit))}`}`,
  };
}
