/** /help: the questions people bring, answered in plain words, with the periods of the rules in force today. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { table } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { type PublicityNow, publicityNow } from '../../queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const dictionaries = { zh, en };

function periods(rules: readonly PublicityNow[], { language, to }: Visit): Html {
  const words = dictionaries[language];
  const rows = rules.map((rule) => {
    const [min, max] = [rule.min_months ?? 0, rule.max_months ?? 0];
    const length = min > 0 ? words.months(min, max) : words.upTo(max);
    const title =
      language === 'zh' ? `《${rule.title_zh}》${rule.article}` : `${rule.title_en}, ${rule.article}`;
    return html`<tr><th scope="row">${words.classes[rule.misconduct_class]}</th>
<td>${rule.published ? length : words.notPublished}</td>
<td><a href="${to(`/law/${rule.instrument_id}`)}">${title}</a></td></tr>`;
  });
  return table(
    language,
    words.periodsCaption,
    [words.classColumn, words.periodColumn, words.basisColumn],
    rows,
  );
}

/** Answers `/help`. */
export async function helpPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const words = dictionaries[visit.language];
  const rules = await platform.db.portal.query<PublicityNow>(publicityNow());
  const questions = words.questions.map(
    ({ id, asks, says, showsPeriods }) => html`<h2 id="${id}">${asks}</h2>
${says.map((sentence) => html`<p>${sentence}</p>`)}
${showsPeriods && rules.length > 0 && periods(rules, visit)}`,
  );
  return {
    title: words.title,
    section: '/help',
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<nav aria-label="${words.contents}"><ul>${words.questions.map(({ id, asks }) => html`<li><a href="#${id}">${asks}</a></li>`)}</ul></nav>
${questions}
<hr><p>${words.more} <a href="${visit.to('/charter')}">${words.charter}</a></p>`,
  };
}
