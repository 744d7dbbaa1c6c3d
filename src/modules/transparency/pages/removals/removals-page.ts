/** /removals: how many public records were removed, by ground and month, and nothing that leads to one of them. */
import { html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { count, table } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { listRemovals } from '../../removals.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

const dictionaries = { zh: zh.removals, en: en.removals };

/** Answers `/removals`. */
export async function removalsPage(platform: Platform, { language }: Visit): Promise<PageContent> {
  const words = dictionaries[language];
  const rows = (await listRemovals(platform)).map(
    ({
      month,
      ground,
      records,
    }) => html`<tr><th scope="row">${month.slice(0, 7)}</th><td>${words.grounds[ground] ?? ground}</td>
<td class="number">${records === null ? words.fewer : count(records, language)}</td></tr>`,
  );
  const number = { name: words.records, number: true } as const;
  return {
    title: words.title,
    description: words.description,
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${rows.length > 0 ? table(language, words.caption, [words.month, words.ground, number], rows) : html`<p>${words.none}</p>`}
<p class="quiet">${words.how}</p>`,
  };
}
