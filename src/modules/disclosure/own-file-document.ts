/** One's own file as a PDF in the reader's language. */

import type { CivilDate } from '../../kernel/civil-date.ts';
import { addDays } from '../../kernel/civil-date.ts';
import { civilDateAt } from '../../platform/clock.ts';
import { typesetPdf } from '../../platform/documents/index.ts';
import type { Language, Platform } from '../../platform/index.ts';
import type { OwnFile } from './own-file.ts';
import { ownFileTemplate } from './own-file-template.ts';
import { type OwnFileWords, ownFileWords } from './pages-words.ts';
import { type PresentedRecord, present } from './present.ts';

type Fact = readonly [name: string, value: string];

function citation(basis: PresentedRecord['basis'], language: Language): string {
  return basis ? `${basis.title[language]} ${basis.article}` : '—';
}

function publicityOf(record: PresentedRecord, words: OwnFileWords): string {
  if (!record.public) return words.notPublic;
  if (record.publicUntil === null) return words.publicOpen;
  return words.publicUntil(addDays(record.publicUntil as CivilDate, -1));
}

function factsOf(
  record: PresentedRecord,
  words: OwnFileWords,
  { language, isPerson }: { readonly language: Language; readonly isPerson: boolean },
): Fact[] {
  const state = words.states[record.state] ?? record.state;
  const hidden = record.fields
    .filter(({ open }) => !open && !isPerson)
    .map(({ name, value }) => `${name[language]}：${value}`);
  return [
    [words.decisionNo, record.decisionNo],
    [words.decidedOn, record.decidedOn],
    [words.authority, record.authorityName],
    [words.from, record.unitName[language]],
    [words.basis, citation(record.basis, language)],
    [words.publicity, isPerson ? words.neverPublic : publicityOf(record, words)],
    ...(record.public ? [[words.because, citation(record.untilBasis, language)] as const] : []),
    [
      words.state,
      `${state} · ${words.version(record.version)}${record.endReason ? ` · ${record.endReason}` : ''}`,
    ],
    ...record.fields
      .filter(
        ({ open, value }) => (open || isPerson) && value !== record.decisionNo && value !== record.decidedOn,
      )
      .map(({ name, value }) => [name[language], value] as const),
    ...(hidden.length > 0 ? [[words.closed, hidden.join('\n')] as const] : []),
  ];
}

/** Who the file is about, below the name. */
function whoIs(file: OwnFile, words: OwnFileWords): Fact[] {
  if (file.about === 'person') return [[words.identityNumber, file.subject.identityNumber]];
  const { uscc, status, registeredOn } = file.subject;
  return [
    [words.code, uscc ?? '—'],
    [words.status, words.statuses[status] ?? status],
    [words.registeredOn, registeredOn ?? '—'],
  ];
}

/** Typesets the file. */
export async function ownFilePdf(platform: Platform, file: OwnFile, language: Language): Promise<Buffer> {
  const words = ownFileWords[language];
  const records = await present(platform, file.records, file.about);
  const items = [...new Set(records.map(({ item }) => item))];
  const { name } = file.subject;
  const data = {
    lang: language,
    title: words.title,
    demo: platform.config.demo ? words.demo : null,
    name,
    lead: file.about === 'person' ? words.leadPerson : words.lead,
    only: words.only,
    none: words.none,
    wrong: words.wrong,
    page: words.page,
    footer: `${name} · ${words.asOf(civilDateAt(file.asOf))}${platform.config.demo ? ` · ${words.demo}` : ''}`,
    facts: whoIs(file, words),
    groups: items.map((item) => {
      const own = records.filter((record) => record.item === item);
      return {
        name: `${own[0]?.itemName[language] ?? item}（${own.length}）`,
        records: own.map((record) => factsOf(record, words, { language, isPerson: file.about === 'person' })),
      };
    }),
  };
  return typesetPdf(ownFileTemplate, data, file.asOf);
}
