// Writes a small XLSX workbook as a spreadsheet program saves it: one sheet, shared nothing, dates and amounts as numbers.
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import { parseCivilDate, toEpochDay } from '../../../kernel/civil-date.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  // Style 1 is number format 14, the date of the reader's country.
  'xl/styles.xml':
    `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>` +
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>',
};

const DAYS_TO_1970 = 25_569;
// Everything in the archive bears one time, so that the same rows give the same bytes.
const WRITTEN = new Date('2020-01-01T00:00:00Z');

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function cellXml(at: string, text: string): string {
  if (text === '') return '';
  const date = /^\d{4}\/\d{2}\/\d{2}$/.test(text) ? parseCivilDate(text) : undefined;
  if (date !== undefined) return `<c r="${at}" s="1"><v>${toEpochDay(date) + DAYS_TO_1970}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** The bytes of a workbook; dates written YYYY/MM/DD become dates, everything else is text. The same lines give the same bytes. */
export async function writeXlsx(lines: Iterable<readonly string[]>): Promise<Buffer> {
  let sheet = `${XML}<worksheet xmlns="${MAIN}"><sheetData>`;
  let row = 0;
  for (const cells of lines) {
    row++;
    sheet += `<row r="${row}">${cells.map((text, column) => cellXml(`${letters(column)}${row}`, text)).join('')}</row>`;
  }
  sheet += '</sheetData></worksheet>';
  const zip = new yazl.ZipFile();
  const options = { mtime: WRITTEN, forceDosTimestamp: true };
  for (const [name, xml] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(XML + xml), name, options);
  zip.addBuffer(Buffer.from(sheet), 'xl/worksheets/sheet1.xml', options);
  zip.end();
  return buffer(zip.outputStream);
}
