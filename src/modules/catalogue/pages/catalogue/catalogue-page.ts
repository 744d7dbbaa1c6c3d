/** /catalogue: every item that is collected, with its basis, past editions included. */
import { html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { table } from '../../../../platform/html/parts.ts';
import type { Platform } from '../../../../platform/index.ts';
import { listPublicItems } from '../../public-catalogue.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';

const dictionaries = { zh, en };

/** Answers `/catalogue`. */
export async function cataloguePage(platform: Platform, { language, to }: Visit): Promise<PageContent> {
  const words = dictionaries[language];
  const items = await listPublicItems(platform.db.portal);
  const rows = items.map((entry) => {
    const isOld = entry.state === 'superseded';
    const { from, until } = entry.inForce;
    const title = language === 'zh' ? `《${entry.basis.title.zh}》` : `${entry.basis.title.en}, `;
    return html`<tr><th scope="row">${isOld ? entry.name[language] : html`<a href="${to(`/catalogue/${entry.item}`)}">${entry.name[language]}</a>`}${isOld && html` <span class="mark">${words.superseded}</span>`}</th>
<td lang="zh-CN">${entry.category}</td><td>${words.opennessNames[entry.openness]}</td>
<td><a href="${to(`/law/${entry.basis.instrument}`)}">${title}${entry.basis.article}</a></td>
<td>${entry.edition} <span class="quiet">${until === null ? words.from(from) : words.until(from, until)}</span></td></tr>`;
  });
  const columns = [words.item, words.category, words.openness, words.basis, words.edition];
  return {
    title: words.title,
    description: words.description,
    section: '/law',
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>${table(language, words.title, columns, rows)}
<p><a href="${to('/catalogue/editions')}">${words.editions}</a></p>
<p><a href="${to('/catalogue/consultations')}">${words.consultations}</a></p>`,
  };
}
