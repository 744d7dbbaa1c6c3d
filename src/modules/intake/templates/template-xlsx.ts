/** The template of an item as XLSX: a sheet to fill in with drop-downs, one that explains the columns, one with the lists. */
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { ItemDefinition, ItemList } from '../../catalogue/pure.ts';
import { escapeText } from '../reading/xlsx/escaped-text.ts';
import { TEMPLATE_SHEETS } from '../reading/xlsx/workbook.ts';
import {
  letters,
  rowXml,
  SHEET_START,
  sheetEnd,
  sheetPart,
  workbookParts,
} from '../reading/xlsx/workbook-parts.ts';
import { formOf, requirementOf, type TemplateColumn, templateColumns } from './template-columns.ts';

const { data, help, lists: listSheet } = TEMPLATE_SHEETS;

/** The last row of a sheet (ISO/IEC 29500 leaves it open; every spreadsheet has this one). */
const LAST_ROW = 1_048_576;

/** As much as Excel shows of a prompt and of its title. */
const LONGEST_PROMPT = 255;
const LONGEST_TITLE = 32;

/** The same bytes for the same definition. */
const WRITTEN_AT = new Date('2024-01-01T00:00:00Z');

/** The workbook as bytes. `lists` are those that the definition's fields refer to. */
export async function templateXlsx(
  definition: ItemDefinition,
  lists: readonly ItemList[],
): Promise<Buffer<ArrayBufferLike>> {
  const columns = templateColumns(definition, lists);
  const used = [...new Set(columns.flatMap(({ list }) => (list ? [list] : [])))];
  const sheets = [dataSheet(columns, used), helpSheet(columns, definition), listsSheet(used)];
  const zip = new yazl.ZipFile();
  const parts = workbookParts([{ name: data }, { name: help }, { name: listSheet, hidden: true }]);
  sheets.forEach((xml, place) => {
    parts.push([sheetPart(place), xml]);
  });
  for (const [name, xml] of parts) zip.addBuffer(Buffer.from(xml), name, { mtime: WRITTEN_AT });
  zip.end();
  return buffer(zip.outputStream as Readable);
}

function dataSheet(columns: readonly TemplateColumn[], lists: readonly ItemList[]): string {
  const header = rowXml(
    1,
    columns.map((column) => column.header),
    2,
  );
  const validations = columns.map((column, place) => validation(column, place, lists)).join('');
  return (
    SHEET_START +
    header +
    sheetEnd(`<dataValidations count="${columns.length}">${validations}</dataValidations>`)
  );
}

/** A drop-down stops what the list doesn't have, unless several values or a note behind 其他- are allowed. */
function validation(
  { field, says, list }: TemplateColumn,
  place: number,
  lists: readonly ItemList[],
): string {
  const column = letters(place);
  const title = attribute('promptTitle', field.name.zh, LONGEST_TITLE);
  const prompt = attribute('prompt', says, LONGEST_PROMPT);
  const where = `sqref="${column}2:${column}${LAST_ROW}"`;
  if (list === undefined)
    return `<dataValidation allowBlank="1" showInputMessage="1" ${title} ${prompt} ${where}/>`;
  const source = letters(lists.indexOf(list));
  const isClosed = !field.multiple && !list.values.some((value) => value.endsWith('-'));
  const strict = isClosed
    ? `showErrorMessage="1" errorStyle="stop" ${attribute('error', '请从下拉表中选。', LONGEST_PROMPT)} `
    : '';
  return (
    `<dataValidation type="list" allowBlank="1" showInputMessage="1" ${strict}${title} ${prompt} ${where}>` +
    `<formula1>'${listSheet}'!$${source}$2:$${source}$${list.values.length + 1}</formula1></dataValidation>`
  );
}

function attribute(name: string, text: string, longest: number): string {
  const short = Array.from(text).slice(0, longest).join('');
  return `${name}="${escapeText(short).replaceAll('"', '&quot;')}"`;
}

function helpSheet(columns: readonly TemplateColumn[], definition: ItemDefinition): string {
  const rows = [
    ['列名', 'Column', '字段代码', '必填', '怎样填', '说明'],
    ...columns.map(({ field, list }) => [
      field.name.zh,
      field.name.en,
      field.code,
      requirementOf(field, definition),
      formOf(field, list),
      field.help?.zh ?? '',
    ]),
    [],
    [`${definition.name.zh} ${definition.name.en}`, '', '', '', `版本 ${definition.edition}`, ''],
  ];
  return SHEET_START + rows.map((cells, at) => rowXml(at + 1, cells, at === 0 ? 2 : 1)).join('') + sheetEnd();
}

function listsSheet(lists: readonly ItemList[]): string {
  const longest = Math.max(0, ...lists.map(({ values }) => values.length));
  let xml = rowXml(
    1,
    lists.map(({ name }) => name.zh),
    2,
  );
  for (let at = 0; at < longest; at++)
    xml += rowXml(
      at + 2,
      lists.map(({ values }) => values[at] ?? ''),
    );
  return SHEET_START + xml + sheetEnd();
}
