/** /catalogue/{item}: one item's basis, openness, suppliers and data standard, as the engine uses them. */
import { type Html, html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { crumbs, facts, table } from '../../../../platform/html/parts.ts';
import { type Platform, Problem } from '../../../../platform/index.ts';
import { notFound } from '../../../../platform/problems.ts';
import { listsOf } from '../../catalogue-data.ts';
import type { Basis, FieldDefinition, ItemDefinition } from '../../item-definition.ts';
import { findPublicItem } from '../../public-catalogue.ts';
import { selectInstrumentTitles } from '../../queries.ts';
import { en } from '../words.en.ts';
import { zh } from '../words.zh.ts';
import { versionsPart } from './versions.ts';

const dictionaries = { zh, en };

function basisLink({ instrument, article }: Basis, title: string | undefined, { language, to }: Visit): Html {
  const name = title ?? instrument;
  return html`<a href="${to(`/law/${instrument}`)}">${language === 'zh' && title ? `《${name}》` : `${name} `}${article}</a>`;
}

function requirement(field: FieldDefinition, item: ItemDefinition, { language }: Visit): string {
  const words = dictionaries[language];
  const { required } = field;
  if (typeof required === 'string') return words.requiredNames[required];
  const other = item.fields.find(({ code }) => code === required.field);
  return words.requiredWhen(other?.name[language] ?? required.field, required.includes.join('、'));
}

function fieldRow(field: FieldDefinition, item: ItemDefinition, visit: Visit): Html {
  const { language } = visit;
  const words = dictionaries[language];
  const isUnsure = field.length !== undefined && !field.lengthConfirmed;
  // What an item that is never public opens, it opens to those who may see the record.
  const isShown = field.openness === 'open' && item.openness !== 'open';
  const openness = isShown ? words.fieldShown : words.fieldOpennessNames[field.openness];
  return html`<tr><th scope="row" class="plain-code">${field.code}</th>
<td>${field.name[language]}${field.help && html`<br><span class="quiet small-text">${field.help[language]}</span>`}</td>
<td>${field.list ? html`<a href="#${field.list}">${words.types[field.type]}</a>` : words.types[field.type]}</td>
<td class="number">${field.length}${isUnsure && html`<abbr title="${words.unconfirmed}">*</abbr>`}</td>
<td>${requirement(field, item, visit)}</td><td>${openness}</td></tr>`;
}

/** Who is shown records of an item that is not open, beyond their subject (charter C12: no secret rules). */
function shownTo({ disclosure, fields }: ItemDefinition, { language, to }: Visit): Html {
  const words = dictionaries[language];
  const { purposes, sectorField, longestYears } = disclosure ?? {};
  const sector = fields.find(({ code }) => code === sectorField)?.name[language];
  const separator = language === 'zh' ? '、' : ', ';
  return html`${purposes ? words.shownForPurposes(purposes.map((one) => words.purposes[one] ?? one).join(separator)) : words.shownForAll}${sector && html`<br>${words.shownToSector(sector)}`}${longestYears && html`<br>${words.shownForYears(longestYears)}`} <a href="${to('/charter#C11')}">C11</a>`;
}

function standard(item: ItemDefinition, visit: Visit): Html {
  const { language } = visit;
  const words = dictionaries[language];
  const columns = [
    words.code,
    words.name,
    words.type,
    { name: words.length, number: true as const },
    words.required,
    words.fieldOpenness,
  ];
  const hasUnsure = item.fields.some((field) => field.length !== undefined && !field.lengthConfirmed);
  const lists = listsOf(item).map(
    (list) =>
      html`<h3 id="${list.id}">${list.name[language]}</h3><p lang="zh-CN">${list.values.join('、')}</p>`,
  );
  return html`<h2>${words.fieldsHeading}</h2><p>${item.openness === 'open' ? words.fieldsSay : words.fieldsSayHidden}</p>
${table(
  language,
  words.fieldsHeading,
  columns,
  item.fields.map((field) => fieldRow(field, item, visit)),
)}
${hasUnsure && html`<p class="quiet small-text">* ${words.unconfirmed}</p>`}
<h2>${words.listsHeading}</h2>${lists}`;
}

/** Answers `/catalogue/{item}`. */
export async function itemPage(platform: Platform, visit: Visit): Promise<PageContent> {
  const { language, to } = visit;
  const words = dictionaries[language];
  const db = platform.db.portal;
  const found = await findPublicItem(db, visit.param('item'));
  if (!found) throw new Problem(notFound);
  const titles = await db.query<{ id: string; zh: string; en: string }>(selectInstrumentTitles());
  const titleOf = (instrument: string) => titles.find(({ id }) => id === instrument)?.[language];
  const item = found.definition as unknown as ItemDefinition;
  const { from, until } = found.inForce;
  const sectors = item.supplyingSectors.includes('*')
    ? words.everyUnit
    : item.supplyingSectors.map((sector) => words.sectors[sector] ?? sector).join('、');
  const template = (form: string) => `/catalogue/${item.item}/${found.edition}/template.${form}`;
  const sample = (name: string) => `/catalogue/${item.item}/samples/${name}.csv`;
  return {
    title: item.name[language],
    section: '/law',
    main: html`${crumbs(language, [{ name: words.title, address: to('/catalogue') }])}
<h1>${item.name[language]}</h1>
${facts([
  [
    words.basis,
    html`${basisLink(item.basis, found.basis.title[language], visit)}<br>${found.basis.says[language]}`,
  ],
  [
    words.furtherBases,
    item.furtherBases?.map((basis, index) => [
      index > 0 && html`<br>`,
      basisLink(basis, titleOf(basis.instrument), visit),
    ]),
  ],
  [words.category, html`<span lang="zh-CN">${item.category}</span>`],
  [words.openness, words.opennessNames[item.openness]],
  [words.publicity, words.publicityNames[item.publicity]],
  [words.shownTo, item.openness === 'open' ? undefined : shownTo(item, visit)],
  [words.adverse, item.adverse ? words.yes : words.no],
  [words.naturalPerson, item.naturalPerson ? words.yes : words.no],
  [words.frequency, words.frequencies[item.frequency]],
  [words.supplying, sectors],
  [words.partial, item.partialAcceptance ? words.partialYes : words.partialNo],
  [
    words.retention,
    item.retentionMonths ? words.retentionMonths(item.retentionMonths) : words.retentionAlways,
  ],
  [words.edition, `${found.edition} · ${until === null ? words.from(from) : words.until(from, until)}`],
])}
<h2>${words.samplesHeading}</h2><p>${words.samplesSay}</p>
<ul><li><a href="${template('xlsx')}" download>${words.templateXlsx}</a></li><li><a href="${template('csv')}" download>${words.templateCsv}</a></li>
<li><a href="${sample('good')}" download>${words.goodSample}</a></li><li><a href="${sample('bad')}" download>${words.badSample}</a></li></ul>
<p><a href="${to('/rules')}">${words.rules}</a></p>
${standard(item, visit)}
${await versionsPart(platform, `${item.item}/${found.edition}`, visit)}`,
  };
}
