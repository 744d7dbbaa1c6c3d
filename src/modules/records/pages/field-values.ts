/** The open fields of a record with the data standard's names, each value written for a reader. */
import { type Html, type HtmlValue, html } from '../../../platform/html/index.ts';
import { day, groupedCode } from '../../../platform/html/parts.ts';
import type { Language } from '../../../platform/language.ts';
import type { FieldDefinition, ItemDefinition } from '../../catalogue/index.ts';
import { recordWords } from './because.ts';

/** Several values of a list as people write them: 罚款、责令停产停业. */
function joined(value: string): string {
  return value.replace(/\s*[;；]\s*/g, '、');
}

function written(field: FieldDefinition, value: string, language: Language): HtmlValue {
  const words = recordWords[language];
  if (field.type === 'date') return day(value);
  if (field.type === 'uscc') return groupedCode(value);
  if (field.type === 'amount') return html`<span class="figure">${value} ${words.tenThousand}</span>`;
  if (field.multiple) return html`<span lang="zh-CN">${joined(value)}</span>`;
  if (field.list === 'licence_status') return words.licenceStatus[value] ?? value;
  return html`<span class="wrap-long" lang="zh-CN">${value}</span>`;
}

/** Names and values in the order of the data standard; a field that is not open is never here, whatever the row holds. */
export function fieldValues(
  item: ItemDefinition,
  fields: Readonly<Record<string, string>>,
  language: Language,
): [string, HtmlValue][] {
  return item.fields
    .filter((field) => field.openness === 'open' && fields[field.code])
    .map((field) => [field.name[language], written(field, fields[field.code] as string, language)]);
}

/** Kinds of field that say which of its item a record is; the item's name stands before them. */
const WHICH: readonly string[] = ['list-name', 'honour-name', 'commitment-kind'];

/** What a record is about in a few words: its document's title, its kinds, or the item's name and which of them it is. */
export function recordTitle(
  item: ItemDefinition | undefined,
  fields: Readonly<Record<string, string>>,
  language: Language,
): string | Html {
  const kindField = item?.fields.find((field) => ['penalty-kind', 'decision-title'].includes(field.kind));
  const kind = kindField && fields[kindField.code];
  if (kind) return html`<span lang="zh-CN">${joined(kind)}</span>`;
  const name = item?.name[language] ?? '';
  const which = fields[item?.fields.find((field) => WHICH.includes(field.kind))?.code ?? ''];
  return which ? html`${name}${recordWords[language].colon}<span lang="zh-CN">${which}</span>` : name;
}
