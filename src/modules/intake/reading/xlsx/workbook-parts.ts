/** The parts of an XLSX package that are the same for every workbook we write, and cells of text. */
import { guardFormula } from '../formula-guard.ts';
import { columnLetters } from '../header.ts';
import { escapeText } from './escaped-text.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A cell holds no more (every spreadsheet's bound). */
const MAX_CELL = 32_767;

/** A sheet of the workbook, in their order; `hidden` ones only serve the others. */
export interface SheetName {
  readonly name: string;
  readonly hidden?: boolean;
}

/** The part that sheet `place` (from 0) is written to. */
export const sheetPart = (place: number): string => `xl/worksheets/sheet${place + 1}.xml`;

// Style 1 is the format "Text" (numFmt 49): what is typed into such a cell stays as typed. Style 2 is the same, bold.
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>` +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>';

/** Every part but the sheets themselves, by name. */
export function workbookParts(sheets: readonly SheetName[]): [name: string, xml: string][] {
  const each = (write: (sheet: SheetName, place: number) => string) => sheets.map(write).join('');
  const contents = each(
    (_, place) => `<Override PartName="/${sheetPart(place)}" ContentType="${CONTENT}.worksheet+xml"/>`,
  );
  const listed = each(
    ({ name, hidden }, place) =>
      `<sheet name="${escapeText(name)}" sheetId="${place + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${place + 1}"/>`,
  );
  const related = each(
    (_, place) =>
      `<Relationship Id="rId${place + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`,
  );
  const parts: [string, string][] = [
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>${contents}` +
        `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${RELATIONS}">${related}` +
        `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
  ];
  return parts.map(([name, xml]) => [name, XML + xml]);
}

/** How a sheet begins, its first row frozen and every column of text; `SHEET_END` closes it. */
export const SHEET_START =
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<cols><col min="1" max="16384" width="18" style="1" customWidth="1"/></cols><sheetData>';

/** How a sheet ends; `after` goes behind its rows, such as validations. */
export const sheetEnd = (after = ''): string => `</sheetData>${after}</worksheet>`;

const lettersOf: string[] = [];

/** The letters of a column, counted from 0. */
export function letters(column: number): string {
  lettersOf[column] ??= columnLetters(column);
  return lettersOf[column];
}

/** A row of cells as text; empty ones are left out. */
export function rowXml(row: number, cells: readonly string[], style: 1 | 2 = 1): string {
  let xml = `<row r="${row}">`;
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column] as string;
    if (cell === '') continue;
    const text = guardFormula(cell.length > MAX_CELL ? cell.slice(0, MAX_CELL) : cell);
    xml += `<c r="${letters(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
  }
  return `${xml}</row>`;
}
