/** The columns that a template of an item has, and what is said about each to whoever fills it in. */
import type { FieldDefinition, ItemDefinition, ItemList } from '../../catalogue/pure.ts';

/** A column with its header and the sentence shown when one of its cells is chosen. */
export interface TemplateColumn {
  readonly field: FieldDefinition;
  /** The Chinese name; a star marks what is always required (readers of headers drop it). */
  readonly header: string;
  readonly says: string;
  /** The values to choose from; entries that ask for a note (其他-) among them. */
  readonly list: ItemList | undefined;
}

/** What is dropped before anything is kept is not asked for, but for the number that tells who a person is. */
export function templateColumns(definition: ItemDefinition, lists: readonly ItemList[]): TemplateColumn[] {
  return definition.fields
    .filter((field) => field.openness !== 'never' || field.code === definition.persons?.identityNumber)
    .map((field) => {
      const list = lists.find(({ id }) => id === field.list);
      return {
        field,
        header: field.required === 'yes' ? `${field.name.zh}*` : field.name.zh,
        says: sentenceOf(field, definition, list),
        list,
      };
    });
}

/** When the cell must be filled, in words. */
export function requirementOf({ required }: FieldDefinition, definition: ItemDefinition): string {
  if (required === 'yes') return '必填';
  if (required === 'no') return '选填';
  const other = definition.fields.find(({ code }) => code === required.field)?.name.zh ?? required.field;
  return `“${other}”含${required.includes.join('、')}时必填`;
}

const FORMS = {
  text: '文本',
  date: '日期，如 2026/03/01',
  amount: '金额，单位万元，只填数字',
  uscc: '18 位统一社会信用代码，大写',
  code: '从代码表中选',
} as const;

/** What a cell of the field looks like, in words. */
export function formOf(field: FieldDefinition, list: ItemList | undefined): string {
  const several = field.multiple ? '；可填多项，用分号隔开' : '';
  const note = list?.values.some((value) => value.endsWith('-')) ? '；选“其他-”时在后面写明' : '';
  const length = field.type === 'text' && field.length ? `，至多 ${field.length} 字` : '';
  return `${FORMS[field.type]}${length}${several}${note}`;
}

function sentenceOf(field: FieldDefinition, definition: ItemDefinition, list: ItemList | undefined): string {
  const help = field.help ? field.help.zh : '';
  return `${requirementOf(field, definition)}。${formOf(field, list)}。${help}`;
}
