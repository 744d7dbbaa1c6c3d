/** /law/{instrument}: one instrument, its articles, and everything that rests on each. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { crumbs, facts } from '../../../../platform/html/parts.ts';
import { type Platform, Problem } from '../../../../platform/index.ts';
import { notFound } from '../../../../platform/problems.ts';
import { type LawEntry, listLaw } from '../../public-law.ts';
import { itemNames } from '../../queries.ts';
import { dictionaries, type Instrument, type Limit, ofKind, type Rule } from '../entries.ts';
import { inForce } from '../law/law-page.ts';

type Names = readonly { readonly item: string; readonly name_zh: string; readonly name_en: string }[];
type Use = { readonly kind: string; readonly id: string };

/** What rests on an article, in a few words. */
function useText(use: Use, entries: readonly LawEntry[], names: Names, visit: Visit): Html | string {
  const words = dictionaries[visit.language];
  const itemName = (item: string) =>
    names.find((entry) => entry.item === item)?.[`name_${visit.language}`] ?? item;
  const kind = words.uses[use.kind] ?? use.kind;
  const colon = visit.language === 'zh' ? '：' : ': ';
  const space = visit.language === 'zh' ? '' : ' ';
  if (use.kind === 'item') {
    const item = names.find((entry) => use.id.startsWith(entry.item))?.item ?? use.id;
    return html`${kind}${colon}<a href="${visit.to(`/catalogue/${item}`)}">${itemName(item)}</a>`;
  }
  if (use.kind === 'publicity-rule') {
    const rules = ofKind<Rule>(entries, 'publicity-rule').filter(
      ({ id }) => id === use.id || id.startsWith(`${use.id}:`),
    );
    return rules.length === 0
      ? `${kind}${colon}${use.id}`
      : `${kind}${colon}${rules.map((rule) => `${words.classes[rule.class] ?? rule.class} ${rule.published ? words.months(rule.minMonths ?? 0, rule.maxMonths ?? 0) : words.notPublished}`).join(visit.language === 'zh' ? '，' : ', ')}`;
  }
  if (use.kind === 'time-limit') {
    const limit = ofKind<Limit>(entries, 'time-limit').find(({ id }) => id === use.id);
    return limit
      ? `${kind}${colon}${itemName(limit.item)}${space}${words.days(limit.workingDays)}${space}${words.starts[limit.starts] ?? ''}`
      : `${kind}${colon}${use.id}`;
  }
  return `${kind}${colon}${use.id}`;
}

function articles(instrument: Instrument, entries: readonly LawEntry[], names: Names, visit: Visit): Html[] {
  const words = dictionaries[visit.language];
  return instrument.articles.map(({ article, says, confidence, carries }) => {
    const texts = new Map(
      carries.map((use) => [
        String(useText(use, entries, names, visit)),
        useText(use, entries, names, visit),
      ]),
    );
    const uses = [...texts.values()].map((text) => html`<li>${text}</li>`);
    return html`<h3 lang="zh-CN">${article}</h3><p>${says[visit.language]}</p>
${facts([
  [words.carries, uses.length === 0 ? words.carriesNothing : html`<ul>${uses}</ul>`],
  [words.confidence, html`<span lang="en">${confidence}</span>`],
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
  [words.confidence, html`<span lang="en">${instrument.confidence}</span>`],
])}
<h2>${words.articles}</h2><p class="quiet">${words.articlesSay}</p>
${articles(instrument, entries, names, visit)}`,
  };
}
