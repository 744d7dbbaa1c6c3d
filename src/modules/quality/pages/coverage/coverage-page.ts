/** /quality/coverage: what of the catalogue is collected from whom, and how many organisations have the unified code. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { count, crumbs, percent, table } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import {
  type CodeCoverage,
  type CoverageRow,
  listCodeCoverage,
  listCoverage,
} from '../../coverage/coverage.ts';
import { dictionaries as leagueWords } from '../league/figure-cells.ts';
import { dictionaries, nameOf } from './words.ts';

function unitsPart(row: CoverageRow, visit: Visit): Html {
  const words = dictionaries[visit.language];
  if (row.cells.length === 0) return html`${words.nobody}`;
  const states = Map.groupBy(row.cells, ({ state }) => state);
  const lines = [...states].map(([state, cells]) => {
    const names = cells.map(({ name }) => name[visit.language]).join(visit.language === 'zh' ? '、' : ', ');
    return html`<li>${words.states[state]}: ${names}</li>`;
  });
  return html`<details><summary>${[...states].map(([state, cells]) => `${words.states[state]} ${cells.length}`).join(' · ')}</summary><ul>${lines}</ul></details>`;
}

function itemRow(row: CoverageRow, visit: Visit): Html {
  const words = dictionaries[visit.language];
  const collected = row.cells.filter(({ state }) => state === 'collected').length;
  return html`<tr><th scope="row"><a href="${visit.to(`/catalogue/${row.item}`)}">${row.name[visit.language]}</a></th><td lang="zh-CN">${row.category}</td>
<td class="number">${row.cells.length}</td><td class="number">${collected}</td>
<td class="number">${row.records === undefined ? words.notPublic : count(row.records, visit.language)}</td><td>${unitsPart(row, visit)}</td></tr>`;
}

function codesPart(codes: readonly CodeCoverage[], visit: Visit): Html {
  const words = dictionaries[visit.language];
  const total = codes.reduce((sum, { subjects }) => sum + subjects, 0);
  const rows = codes.map(({ category, subjects }) => {
    const name = category === null ? words.noCode : nameOf(category, visit.language);
    return html`<tr><th scope="row">${category === null ? name : `${category} ${name}`}</th><td class="number">${count(subjects, visit.language)}</td><td class="number">${percent(subjects / total)}</td></tr>`;
  });
  const number = (name: string) => ({ name, number: true }) as const;
  return html`<h2>${words.codes}</h2><p>${words.codesSay}</p>
${table(visit.language, words.codes, [words.kind, number(words.subjects), number(words.share)], rows)}`;
}

/** Answers `/quality/coverage`. */
export async function coveragePage(platform: Platform, visit: Visit): Promise<PageContent> {
  const words = dictionaries[visit.language];
  const db = platform.db.portal;
  const [rows, codes] = await Promise.all([
    listCoverage(db, platform.clock.today()),
    listCodeCoverage(db, platform.clock.now()),
  ]);
  const number = (name: string) => ({ name, number: true }) as const;
  const columns = [
    ...[words.item, words.category, number(words.units), number(words.collected), number(words.records)],
    words.state,
  ];
  return {
    title: words.title,
    description: words.description,
    section: '/timeliness',
    main: html`${crumbs(visit.language, [{ name: leagueWords[visit.language].title, address: visit.to('/quality') }])}
<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<h2>${words.items}</h2>${table(
      visit.language,
      words.items,
      columns,
      rows.map((row) => itemRow(row, visit)),
    )}
${codes.length > 0 && codesPart(codes, visit)}
<p class="quiet">${words.keyFields}</p>`,
  };
}
