/** A table of what differs between two versions of a rule: place, before, after. */
import { type Html, html } from '../../../platform/html/index.ts';
import { table } from '../../../platform/html/parts.ts';
import type { Language } from '../../../platform/language.ts';
import type { Change } from '../../law/index.ts';

/** What the members of a definition are called; field codes and the rest stand as they are. */
const members: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    openness: '公开程度',
    retentionMonths: '存档月数',
    retentionFrom: '存档起算',
    publicity: '公示方式',
    frequency: '报送频率',
    supplyingSectors: '报送部门',
    adverse: '不利信息',
    naturalPerson: '涉及自然人',
    persons: '自然人条件',
    category: '目录类别',
    basis: '依据',
    furtherBases: '其他依据',
    fields: '字段',
    rules: '规则',
    required: '必填',
    length: '长度',
    name: '名称',
    item: '事项',
    help: '说明',
  },
  en: {
    retentionMonths: 'months in the archive',
    retentionFrom: 'archive counted from',
    supplyingSectors: 'supplying sectors',
    naturalPerson: 'natural persons',
    persons: 'terms for natural persons',
    furtherBases: 'further bases',
    category: 'class',
  },
};

const readable = (path: string, language: Language) =>
  path
    .split(' › ')
    .map((name) => members[language][name] ?? name)
    .join(' › ');

const words = {
  zh: { place: '位置', before: '之前', after: '之后', none: '无' },
  en: { place: 'Place', before: 'Before', after: 'After', none: 'none' },
} as const;

/** The table; long texts wrap, and it scrolls by itself on a narrow screen. */
export function changesTable(language: Language, caption: string, changes: readonly Change[]): Html {
  const text = words[language];
  const side = (value: string | null) => value ?? html`<span class="quiet">${text.none}</span>`;
  const rows = changes.map(
    ({ path, before, after }) =>
      html`<tr><th scope="row">${readable(path, language)}</th><td>${side(before)}</td><td>${side(after)}</td></tr>`,
  );
  return table(language, caption, [text.place, text.before, text.after], rows);
}
