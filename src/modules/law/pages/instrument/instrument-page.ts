/** /law/{instrument}: one instrument, its articles, and everything that rests on each. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { crumbs, facts } from '../../../../platform/html/parts.ts';
import { type Platform, Problem } from '../../../../platform/index.ts';
import { notFound } from '../../../../platform/problems.ts';
import { type LawEntry, listLaw } from '../../public-law.ts';
import { itemNames } from '../../queries.ts';
import { dictionaries, type Instrument, type KindClass, type Limit, ofKind, type Rule } from '../entries.ts';
import { inForce } from '../law/law-page.ts';
import { endedPart } from './ended-part.ts';

type Names = readonly { readonly item: string; readonly name_zh: string; readonly name_en: string }[];
type Known = { readonly entries: readonly LawEntry[]; readonly names: Names };

/** What rests on an article, one line a kind: names of items, periods by class, limits, kinds of penalty by class. */
function usesOf(kind: string, ids: readonly string[], known: Known, visit: Visit): Html {
  const words = dictionaries[visit.language];
  const { semicolon, colon, comma } = words.marks;
  const itemName = (item: string) =>
    known.names.find((entry) => entry.item === item)?.[`name_${visit.language}`] ?? item;
  const classed = (id: string) => words.classes[id] ?? id;
  const texts: (Html | string)[] = [];
  if (kind === 'item') {
    const items = new Set(ids.map((id) => known.names.find(({ item }) => id.startsWith(item))?.item ?? id));
    for (const item of items)
      texts.push(html`<a href="${visit.to(`/catalogue/${item}`)}">${itemName(item)}</a>`);
  } else if (kind === 'publicity-rule') {
    for (const rule of ofKind<Rule>(known.entries, kind).filter(({ id }) => isAmong(id, ids))) {
      const months = words.months(rule.minMonths ?? 0, rule.maxMonths ?? 0);
      texts.push(`${classed(rule.class)} ${rule.published ? months : words.notPublished}`);
    }
  } else if (kind === 'time-limit') {
    for (const limit of ofKind<Limit>(known.entries, kind).filter(({ id }) => ids.includes(id))) {
      texts.push(
        `${itemName(limit.item)} ${words.days(limit.workingDays)}${comma}${words.starts[limit.starts] ?? ''}`,
      );
    }
  } else if (kind === 'penalty-kind-class') {
    const kinds = ofKind<KindClass>(known.entries, kind).filter(({ penaltyKind }) =>
      isAmong(penaltyKind, ids),
    );
    for (const one of new Set(kinds.map((entry) => entry.class))) {
      const same = kinds.filter((entry) => entry.class === one).map((entry) => entry.penaltyKind);
      texts.push(`${classed(one)}${colon}${same.join('、')}`);
    }
  }
  const shown = texts.length > 0 ? texts : [ids.join('、')];
  return html`<p>${words.uses[kind] ?? kind}${colon}${shown.map((text, index) => [index > 0 && semicolon, text])}</p>`;
}

/** Rows of one rule share its id; their own ids add the class behind a colon. */
function isAmong(id: string, ids: readonly string[]): boolean {
  return ids.some((known) => known === id || id.startsWith(`${known}:`) || known.startsWith(`${id}:`));
}

function articles(instrument: Instrument, known: Known, visit: Visit): Html[] {
  const words = dictionaries[visit.language];
  return instrument.articles.map(({ article, says, confidence, carries }) => {
    const kinds = [...new Set(carries.map(({ kind }) => kind))];
    const idsOf = (kind: string) => carries.filter((use) => use.kind === kind).map(({ id }) => id);
    return html`<h3 lang="zh-CN">${article}</h3><p>${says[visit.language]}</p>
${facts([
  [
    words.carries,
    kinds.length === 0 ? words.carriesNothing : kinds.map((kind) => usesOf(kind, idsOf(kind), known, visit)),
  ],
  [words.confidence, words.confidences[confidence] ?? html`<span lang="en">${confidence}</span>`],
])}`;
  });
}

/** Answers `/law/{instrument}`. */
export async function instrumentPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const { language, to } = visit;
  const words = dictionaries[language];
  const db = platform.db.portal;
  const [entries, names] = await Promise.all([listLaw(db), db.query<Names[number]>(itemNames())]);
  const all = ofKind<Instrument>(entries, 'instrument');
  const instrument = all.find(({ id }) => id === visit.param('instrument'));
  if (!instrument) throw new Problem(notFound);
  const successor = all.find(({ id }) => id === instrument.succeededBy);
  return {
    title: instrument.title[language],
    section: '/law',
    main: html`${crumbs(language, [{ name: words.title, address: to('/law') }])}
<h1>${instrument.title[language]}</h1>
${facts([
  language === 'en' && [words.name, html`<span lang="zh-CN">${instrument.title.zh}</span>`],
  [words.number, html`<span lang="zh-CN">${instrument.number ?? '—'}</span>`],
  [words.body, html`<span lang="zh-CN">${instrument.body}</span>`],
  [words.level, words.levels[instrument.level]],
  [words.inForce, inForce(instrument, platform.clock.today(), visit)],
  successor && [
    words.succeededBy,
    html`<a href="${to(`/law/${successor.id}`)}">${successor.title[language]}</a>`,
  ],
  [words.source, html`<span lang="en">${instrument.source}</span>`],
  [
    words.confidence,
    words.confidences[instrument.confidence] ?? html`<span lang="en">${instrument.confidence}</span>`,
  ],
])}
${await endedPart(platform, instrument.id, visit)}
<h2>${words.articles}</h2><p class="quiet">${words.articlesSay}</p>
${articles(instrument, { entries, names }, visit)}`,
  };
}
