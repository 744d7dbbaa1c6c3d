/** /search: the organisations that a name or code leads to, complete on the first page. */
import { areaName, placeNames } from '../../../../platform/area-names.ts';
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { groupedCode, pager, withQuery } from '../../../../platform/html/parts.ts';
import { searchBox } from '../../../../platform/html/search-box.ts';
import type { Platform } from '../../../../platform/index.ts';
import { type FoundSubject, type SearchPage, searchNames } from '../../search-names.ts';
import { en } from './words.en.ts';
import { type SearchWords, zh } from './words.zh.ts';

const dictionaries = { zh, en };
const pageSize = 20;

function entry(subject: FoundSubject, words: SearchWords, visit: Visit): Html {
  const name = html`<span lang="zh-CN">${subject.name}</span>`;
  const area = subject.areaCode && (areaName(subject.areaCode) ?? subject.areaCode);
  return html`<li>
<h2>${subject.uscc ? html`<a href="${visit.to(`/subjects/${subject.uscc}`)}">${name}</a>` : name}</h2>
<p class="facts-line">
<span>${subject.uscc ? html`<span class="off-screen">${words.code} </span>${groupedCode(subject.uscc)}` : words.noCode}</span>
<span>${words.status[subject.status]}${subject.registeredOn && html` · ${words.registered(subject.registeredOn)}`}</span>
${area && html`<span lang="zh-CN">${area}</span>`}
${subject.matchedName && html`<span>${words.formerly(subject.matchedName)}</span>`}
${subject.provisional && html`<span class="mark">${words.provisional}</span>`}
${subject.legacy && html`<span class="mark">${words.legacy}</span>`}
</p></li>`;
}

function emptyState(words: SearchWords): Html {
  return html`<h2>${words.nothing}</h2><p>${words.nothingSays}</p><ul>${words.tries.map((text) => html`<li>${text}</li>`)}</ul>`;
}

function results(found: SearchPage, question: string, offset: number, visit: Visit): Html {
  const words = dictionaries[visit.language];
  if (found.how === 'none') return emptyState(words);
  const says = found.how === 'similar' ? words.similar(found.total) : words.found(found.total, found.more);
  const at = (from: number) => withQuery(visit.to('/search'), { q: question, from: from || undefined });
  const hasProvisional = found.items.some((subject) => subject.provisional);
  return html`<p role="status">${says}</p>
<ol class="results">${found.items.map((subject) => entry(subject, words, visit))}</ol>
${pager(visit.language, {
  previous: offset > 0 ? at(Math.max(0, offset - pageSize)) : undefined,
  next: found.next === undefined ? undefined : at(found.next),
})}
${hasProvisional && html`<p class="quiet">${words.provisionalSays}</p>`}
<p class="quiet">${words.order}</p>`;
}

/** Answers `/search?q=…&from=…`. The page may name a C13 subject, so that no copy of it stays anywhere. */
export async function searchPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const words = dictionaries[visit.language];
  const question = visit.query('q');
  const frame = { section: '/search', forgettable: question !== '' };
  const box = searchBox(visit.language, { value: question });
  const heading = html`<h1>${words.title}</h1>${box}`;
  if (question === '') return { ...frame, title: words.title, main: html`${heading}<p>${words.ask}</p>` };
  if (Array.from(question).length < 2) {
    return {
      ...frame,
      title: words.titleFor(question),
      main: html`${heading}<div class="notice attention" role="status"><p>${words.tooShort}</p></div>`,
    };
  }
  const offset = /^\d{1,4}$/.test(visit.query('from')) ? Number(visit.query('from')) : 0;
  const found = await searchNames(platform.db.portal, question, {
    limit: pageSize,
    offset,
    areaNames: placeNames(),
  });
  return {
    ...frame,
    title: words.titleFor(question),
    main: html`${heading}${results(found, question, offset, visit)}`,
  };
}
