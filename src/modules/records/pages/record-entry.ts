/** One record in a list or timeline: what, who, when, why public and until when, and where to turn. */
import { type Html, html } from '../../../platform/html/index.ts';
import type { Visit } from '../../../platform/html/page.ts';
import { day } from '../../../platform/html/parts.ts';
import type { PublicRecord } from '../public-record.ts';
import type { Reference } from '../reference.ts';
import { twoClocks } from '../two-clocks.ts';
import { becauseOf, citation, publicPeriod, recordWords } from './because.ts';
import { recordTitle } from './field-values.ts';

/** The day on which it became public, with its working day. */
function publicOn(record: PublicRecord, reference: Reference, { language }: Visit): Html {
  const words = recordWords[language];
  const { publicDays } = twoClocks(record, reference);
  return html`${day(record.publicFrom)}${words.comma}${publicDays === undefined ? words.unfixedDay : words.workingDay(publicDays)}`;
}

/** An entry; `subject` adds the name of the organisation, for lists over several. */
export function recordEntry(
  record: PublicRecord,
  reference: Reference,
  visit: Visit,
  options: { readonly subject?: boolean } = {},
): Html {
  const { language, to } = visit;
  const words = recordWords[language];
  const item = reference.items.get(record.item);
  const isDecision = item?.frequency === 'per-decision';
  const because = becauseOf(record, reference, language);
  const subject = html`<span lang="zh-CN">${record.subjectName}</span>`;
  const period = publicPeriod(record, language, isDecision ? publicOn(record, reference, visit) : undefined);
  return html`<li>
<h3><a href="${to(`/records/${record.id}`)}">${recordTitle(item, record.fields, language)}</a></h3>
${options.subject && html`<p>${record.uscc ? html`<a href="${to(`/subjects/${record.uscc}`)}">${subject}</a>` : subject}</p>`}
<p class="facts-line"><span lang="zh-CN">${record.authorityName}</span>
<span>${isDecision ? words.decidedOn : words.registeredOn} ${day(record.decidedOn)}</span>
${isDecision && html`<span>${words.decisionNo} <span lang="zh-CN">${record.decisionNo}</span></span>`}</p>
<p>${period}${words.stop}<span class="quiet">${because.says}${words.stop}</span>${because.cites && citation(because.cites, reference, language, to)}${because.transition && html` <span class="mark">${words.transition}</span>`}</p>
${options.subject !== true && html`<p class="quiet small-text">${words.wrong(record.authorityName)} <a href="${to('/help#wrong')}">${words.wrongHow}<span class="off-screen">${words.colon}${record.decisionNo}</span></a></p>`}
</li>`;
}
