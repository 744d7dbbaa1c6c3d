/** /records/{id}: one public record, first until when and why, then everything open about it, then its two clocks. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { crumbs, day, facts, groupedCode } from '../../../../platform/html/parts.ts';
import { type Platform, Problem } from '../../../../platform/index.ts';
import { countRequest } from '../../../../platform/rate-limit.ts';
import type { RowReceipt } from '../../../transparency/index.ts';
import { recordNotFound } from '../../problems.ts';
import { findPublicRecord, type PublicRecord } from '../../public-record.ts';
import { findRecordReceipt } from '../../record-proof.ts';
import { getReference, type Reference } from '../../reference.ts';
import { twoClocks } from '../../two-clocks.ts';
import { becauseOf, citation, publicPeriod, recordWords } from '../because.ts';
import { fieldValues, recordTitle } from '../field-values.ts';
import { adversePages } from '../limits.ts';
import { clocksPart } from './clocks.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const dictionaries = { zh, en };

function answer(record: PublicRecord, reference: Reference, today: string, visit: Visit): Html {
  const { language, to } = visit;
  const words = dictionaries[language];
  const { says, cites, transition } = becauseOf(record, reference, language);
  const shared = recordWords[language];
  return html`<section class="answer" aria-labelledby="until"><h2 id="until">${words.untilHeading}</h2>
<p class="lead">${publicPeriod(record, language)}${shared.stop}</p>
<p>${says}${shared.stop}${cites && citation(cites, reference, language, to)}${transition && html` <span class="mark attention">${shared.transition}</span>`}</p>
${record.repairFrom && html`<p>${record.repairFrom > today ? words.repairFrom(record.repairFrom) : words.repairNow(record.repairFrom)}${shared.stop}<a href="${to('/help#early')}">${words.repairHow}</a></p>`}
</section>`;
}

/** The category and what was decided: "行政处罚：罚款". */
function heading(record: PublicRecord, reference: Reference, language: Visit['language']): Html {
  const item = reference.items.get(record.item);
  const name = item?.name[language] ?? record.item;
  const title = recordTitle(item, record.fields, language);
  return html`${name}${title !== name && html`${recordWords[language].colon}${title}`}`;
}

function about(record: PublicRecord, reference: Reference, { language, to }: Visit): Html {
  const [words, shared] = [dictionaries[language], recordWords[language]];
  const item = reference.items.get(record.item);
  const isDecision = item?.frequency === 'per-decision';
  const name = html`<span lang="zh-CN">${record.subjectName}</span>`;
  const assumed = (text: string) =>
    html` <span class="quiet">${language === 'zh' ? `（${text}）` : `(${text})`}</span>`;
  return html`<h2>${words.factsHeading}</h2>${facts([
    [words.subject, record.uscc ? html`<a href="${to(`/subjects/${record.uscc}`)}">${name}</a>` : name],
    [words.code, record.uscc && groupedCode(record.uscc)],
    [words.item, item && html`<a href="${to(`/catalogue/${item.item}`)}">${item.name[language]}</a>`],
    [shared.decidedBy, html`<span lang="zh-CN">${record.authorityName}</span>`],
    [isDecision ? shared.decidedOn : shared.registeredOn, day(record.decidedOn)],
    isDecision && [shared.decisionNo, html`<span lang="zh-CN">${record.decisionNo}</span>`],
    record.misconductClass !== null && [
      shared.classLabel,
      html`${shared.classes[record.misconductClass]}${record.classAssumed && assumed(shared.classAssumed)}`,
    ],
    record.publicity === 'adverse' &&
      record.conductEndedOn !== null && [
        shared.conductEnded,
        html`${day(record.conductEndedOn)}${record.conductAssumed && assumed(shared.conductAssumed)}`,
      ],
  ])}`;
}

function fieldsPart(record: PublicRecord, reference: Reference, { language }: Visit): Html | undefined {
  const words = dictionaries[language];
  const item = reference.items.get(record.item);
  return (
    item &&
    html`<h2>${words.fieldsHeading}</h2><p class="quiet">${words.fieldsSay}</p>${facts(fieldValues(item, record.fields, language))}`
  );
}

/** The signed commitment and where its proof is, folded away: few need it, and those who do need all of it. */
function receiptPart(
  record: PublicRecord,
  receipt: RowReceipt | undefined,
  { language, to }: Visit,
): Html | undefined {
  const words = dictionaries[language];
  return (
    receipt &&
    html`<details><summary>${words.receiptHeading}</summary><p>${words.receiptSays}</p><pre lang="zxx" tabindex="0">${receipt.note}</pre>
<p><a href="/api/v1/public/records/${record.id}/proof">${words.receiptProof}</a> · <a href="${receipt.proof}">.tlog-proof</a> · <a href="${to('/log')}">${words.receiptLog}</a></p></details>`
  );
}

/**
 * Answers `/records/{id}`. Every address counts against the limit before it is looked up, so that neither the answer
 * nor the count tells an ended record from one that never was.
 */
export async function recordPage(platform: Platform, visit: Visit): Promise<PageContent> {
  countRequest(platform, adversePages, visit.request.ip);
  const [record, reference] = await Promise.all([
    findPublicRecord(platform.db.portal, visit.param('id')),
    getReference(platform),
  ]);
  if (!record) throw new Problem(recordNotFound);
  const receipt = await findRecordReceipt(platform, record);
  const { language, to } = visit;
  const words = dictionaries[language];
  const item = reference.items.get(record.item);
  const trail = [{ name: words.home, address: to('/search') }];
  if (record.uscc) trail.push({ name: record.subjectName, address: to(`/subjects/${record.uscc}`) });
  return {
    title: `${record.subjectName} · ${item?.name[language] ?? record.item}`,
    section: '/search',
    fresh: true,
    forgettable: record.publicity === 'adverse' || record.c13,
    main: html`${crumbs(language, trail)}
<h1>${heading(record, reference, language)}</h1>
${answer(record, reference, platform.clock.today(), visit)}
${about(record, reference, visit)}
<div class="notice"><p><b>${words.wrongHeading}</b> ${words.wrong(record.authorityName)}</p></div>
${fieldsPart(record, reference, visit)}
${item?.frequency === 'per-decision' && clocksPart(record, twoClocks(record, reference), language)}
${receiptPart(record, receipt, visit)}
${record.version > 1 && html`<p class="quiet">${words.version(record.version)}</p>`}`,
  };
}
