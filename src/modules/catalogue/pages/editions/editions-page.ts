/** /catalogue/editions: every edition that is known, national ones and this platform's, and the way to compare two. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { crumbs, day, table } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { type ComparableEdition, listEditions } from '../../editions/compare-editions.ts';
import { nationalEditions, unreadEditions } from '../../editions/national.ts';
import { words as editionWords } from './words.ts';

/** A choice of two editions; a plain form, so that the address says what is compared. */
export function compareForm(
  editions: readonly ComparableEdition[],
  chosen: readonly [string, string],
  { language, to }: Visit,
): Html {
  const words = editionWords[language];
  const choice = (name: 'a' | 'b', label: string, value: string) =>
    html`<p><label for="${name}">${label}</label> <select id="${name}" name="${name}">${editions.map(
      ({ id, short }) =>
        html`<option value="${id}"${id === value && html` selected`}>${short[language]}</option>`,
    )}</select></p>`;
  return html`<form class="filters" method="get" action="${to('/catalogue/editions/differences')}" aria-label="${words.compare}">
${choice('a', words.before, chosen[0])}${choice('b', words.after, chosen[1])}<button>${words.compare}</button></form>`;
}

/** Answers `/catalogue/editions`. */
export async function editionsPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const { language, to } = visit;
  const words = editionWords[language];
  const editions = await listEditions(platform.db.portal);
  const national = nationalEditions.map(
    ({ title, number, publishedOn, classes, confidence }) =>
      html`<tr><th scope="row">${title[language]}</th><td lang="zh-CN">${number}</td><td>${publishedOn === null ? words.unknown : day(publishedOn)}</td>
<td class="number">${classes}</td><td>${confidence[language]}</td></tr>`,
  );
  const own = editions
    .filter(({ kind }) => kind === 'platform')
    .map(
      ({ title, id, level, under, from, until }) =>
        html`<tr><th scope="row">${title[language]} <span class="quiet">${id}</span></th><td>${words.levels[level]}</td>
<td>${under ?? '—'}</td><td>${until === null ? words.from(from ?? '') : words.until(from ?? '', until)}</td></tr>`,
    );
  return {
    title: words.title,
    description: words.description,
    section: '/law',
    main: html`${crumbs(language, [{ name: words.catalogue, address: to('/catalogue') }])}
<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<h2>${words.compareHeading}</h2>${compareForm(editions, ['national-2022', 'national-2024'], visit)}
<h2>${words.national}</h2><p>${words.nationalSay}</p>
${table(language, words.national, [words.name, words.number, words.published, { name: words.classes, number: true }, words.confidence], national)}
<ul>${unreadEditions.map(({ edition, confidence }) => html`<li>${words.unread(edition)} ${confidence[language]}</li>`)}</ul>
<h2>${words.own}</h2>
${table(language, words.own, [words.name, words.madeBy, words.under, words.inForce], own)}`,
  };
}
