/** The home page: one search box, what else a visitor may have come for, and three figures with their date. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { count, moment, percent } from '../../../../platform/html/parts.ts';
import { searchBox } from '../../../../platform/html/search-box.ts';
import type { Platform } from '../../../../platform/index.ts';
import { type Figures, getFigures } from '../../figures.ts';
import { type ItemName, itemNames } from '../../queries.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const dictionaries = { zh, en };

function doors({ language, to }: Visit): Html {
  const entries = dictionaries[language].doors.map(
    ({ path, name, says, everyLanguage }) =>
      html`<li><a href="${everyLanguage ? path : to(path)}">${name}</a><p>${says}</p></li>`,
  );
  return html`<h2 class="off-screen">${dictionaries[language].doorsHeading}</h2><ul class="doors">${entries}</ul>`;
}

function figuresPart(figures: Figures, names: readonly ItemName[], { language }: Visit): Html {
  const words = dictionaries[language];
  const total = Object.values(figures.records).reduce((sum, part) => sum + part, 0);
  const parts = Object.entries(figures.records).map(([item, part]) =>
    words.part(names.find((name) => name.item === item)?.[`name_${language}`] ?? item, count(part, language)),
  );
  return html`<h2>${words.figuresHeading}</h2>
<dl class="figures">
<div><dt>${words.subjects}</dt><dd><span class="figure">${count(figures.subjects, language)}</span> ${words.subjectsUnit}</dd></div>
<div><dt>${words.records}</dt><dd><span class="figure">${count(total, language)}</span> ${words.recordsUnit}<br><span class="quiet">${parts.length > 0 && words.ofWhich(parts)}</span></dd></div>
<div><dt>${words.onTime}</dt><dd><span class="figure">${figures.onTime === null ? '—' : percent(figures.onTime)}</span><br><span class="quiet">${figures.onTime === null ? words.nothingCounted : words.onTimeSays}</span></dd></div>
</dl>
<p class="quiet">${words.asOf} ${moment(figures.at)}</p>`;
}

/** Answers `/`. */
export async function homePage(platform: Platform, visit: Visit): Promise<PageContent> {
  const words = dictionaries[visit.language];
  const [figures, names] = await Promise.all([
    getFigures(platform),
    platform.db.portal.query<ItemName>(itemNames()),
  ]);
  return {
    title: words.platform,
    description: words.description,
    main: html`<h1>${words.heading}</h1><p class="lead">${words.lead}</p>
${searchBox(visit.language, { large: true })}
${doors(visit)}
${figuresPart(figures, names, visit)}`,
  };
}
