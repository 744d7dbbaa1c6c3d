/** /law: every instrument, the periods and limits they set, and the calendar that working days go by. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { table } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { listLaw } from '../../public-law.ts';
import { itemNames } from '../../queries.ts';
import {
  type Based,
  type Dated,
  dictionaries,
  type Instrument,
  type Limit,
  ofKind,
  type Rule,
  type Year,
} from '../entries.ts';

/** The period of an entry in words, marked when it is over or has not begun. */
export function inForce({ inForce: { from, until } }: Dated, today: string, { language }: Visit): Html {
  const words = dictionaries[language];
  const state = until !== null && until <= today ? words.ended : from > today ? words.notYet : undefined;
  return html`${until === null ? words.from(from) : words.until(from, until)}${state && html` <span class="mark">${state}</span>`}`;
}

function basis(entry: Based, instruments: readonly Instrument[], { language, to }: Visit): Html {
  const { instrument, article } = entry.basis;
  const title = instruments.find(({ id }) => id === instrument)?.title[language] ?? instrument;
  return html`<a href="${to(`/law/${instrument}`)}">${language === 'zh' ? `《${title}》` : `${title}, `}${article}</a>`;
}

/** The notice of a year; addresses in it become links. */
function noticeLinks(notice: string): Html[] {
  return notice
    .split(/\s+/)
    .map((part) =>
      /^https?:\/\//.test(part) ? html`<a href="${part}" rel="noreferrer">${part}</a> ` : html`${part} `,
    );
}

/** The highest level first, as lawyers list them. */
function byLevel(instruments: readonly Instrument[]): Instrument[] {
  const levels = Object.keys(dictionaries.zh.levels);
  return instruments.toSorted(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || (a.id < b.id ? -1 : 1),
  );
}

/** Answers `/law`. */
export async function lawPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const { language, to } = visit;
  const words = dictionaries[language];
  const today = platform.clock.today();
  const db = platform.db.portal;
  const [entries, items] = await Promise.all([
    listLaw(db),
    db.query<{ item: string; name_zh: string; name_en: string }>(itemNames()),
  ]);
  const instruments = byLevel(ofKind<Instrument>(entries, 'instrument'));
  const itemName = (item: string) => items.find((entry) => entry.item === item)?.[`name_${language}`] ?? item;
  const instrumentRows = instruments.map(
    (entry) => html`<tr><th scope="row"><a href="${to(`/law/${entry.id}`)}">${entry.title[language]}</a></th>
<td lang="zh-CN">${entry.number}</td><td>${words.levels[entry.level]}</td><td>${inForce(entry, today, visit)}</td></tr>`,
  );
  const ruleRows = ofKind<Rule>(entries, 'publicity-rule').map(
    (rule) => html`<tr><th scope="row">${words.classes[rule.class] ?? rule.class}</th>
<td>${rule.published ? words.months(rule.minMonths ?? 0, rule.maxMonths ?? 0) : words.notPublished}</td>
<td>${inForce(rule, today, visit)}</td><td>${basis(rule, instruments, visit)}</td></tr>`,
  );
  const limitRows = ofKind<Limit>(entries, 'time-limit').map(
    (
      limit,
    ) => html`<tr><th scope="row">${itemName(limit.item)}</th><td>${limit.sector === null ? words.everySector : (words.sectors[limit.sector] ?? limit.sector)}</td>
<td>${words.days(limit.workingDays)} <span class="quiet">${words.starts[limit.starts]}</span></td><td>${inForce(limit, today, visit)}</td><td>${basis(limit, instruments, visit)}</td></tr>`,
  );
  const years = ofKind<Year>(entries, 'calendar-year').map(
    ({ id, notice }) => html`<tr><th scope="row">${id}</th><td>${noticeLinks(notice)}</td></tr>`,
  );
  return {
    title: words.title,
    description: words.description,
    section: '/law',
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<p><a href="${to('/catalogue')}">${words.catalogue}</a></p>
<h2>${words.instruments}</h2>${table(language, words.instruments, [words.name, words.number, words.level, words.inForce], instrumentRows)}
<h2>${words.rules}</h2>${table(language, words.rules, [words.class, words.period, words.inForce, words.basis], ruleRows)}
<h2>${words.limits}</h2>${table(language, words.limits, [words.item, words.sector, words.act, words.inForce, words.basis], limitRows)}
<h2>${words.calendars}</h2><p>${words.calendarsSay}</p>${table(language, words.calendars, [words.year, words.notice], years)}`,
  };
}
