/** Writes rows as an XLSX workbook of one sheet, streaming, every cell as text so that codes keep all their digits. */
import { Readable } from 'node:stream';
import yazl from 'yazl';
import { guardFormula } from '../formula-guard.ts';
import { columnLetters } from '../header.ts';
import type { OutputRow } from '../output-row.ts';
import { escapeText } from './escaped-text.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A cell holds no more (every spreadsheet's bound). */
const MAX_CELL = 32_767;

const PARTS: Record<string, string> = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  // Style 1 is the format "Text" (numFmt 49): what is typed into such a cell stays as typed.
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
};

const SHEET_START =
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
  '<cols><col min="1" max="16384" width="18" style="1" customWidth="1"/></cols><sheetData>';

/** The workbook as bytes; an error of `rows` destroys the stream with it. */
export function xlsxStream(rows: AsyncIterable<readonly OutputRow[]>): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  for (const [name, xml] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(XML + xml), name);
  const sheet = Readable.from(sheetXml(rows), { objectMode: false });
  sheet.on('error', (error) => output.destroy(error));
  output.on('close', () => sheet.destroy());
  // Level 1: a sheet's XML shrinks to a tenth either way, and the higher levels take most of the time.
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { compressionLevel: 1 });
  zip.end();
  return output;
}

async function* sheetXml(rows: AsyncIterable<readonly OutputRow[]>): AsyncGenerator<string> {
  yield SHEET_START;
  for await (const batch of rows) {
    let xml = '';
    for (const { row, cells } of batch) {
      xml += `<row r="${row}">`;
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column] as string;
        if (cell !== '') xml += cellXml(`${letters(column)}${row}`, cell);
      }
      xml += '</row>';
    }
    yield xml;
  }
  yield '</sheetData></worksheet>';
}

const lettersOf: string[] = [];

function letters(column: number): string {
  lettersOf[column] ??= columnLetters(column);
  return lettersOf[column];
}

function cellXml(reference: string, cell: string): string {
  const text = guardFormula(cell.length > MAX_CELL ? cell.slice(0, MAX_CELL) : cell);
  return `<c r="${reference}" s="1" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}
