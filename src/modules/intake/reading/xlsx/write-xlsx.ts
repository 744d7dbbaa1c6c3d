/** Writes rows as an XLSX workbook of one sheet, streaming, every cell as text so that codes keep all their digits. */
import { Readable } from 'node:stream';
import yazl from 'yazl';
import type { OutputRow } from '../output-row.ts';
import { rowXml, SHEET_START, sheetEnd, sheetPart, workbookParts } from './workbook-parts.ts';

/** The workbook as bytes; an error of `rows` destroys the stream with it. */
export function xlsxStream(rows: AsyncIterable<readonly OutputRow[]>): Readable {
  const zip = new yazl.ZipFile();
  const output = zip.outputStream as Readable;
  for (const [name, xml] of workbookParts([{ name: '数据' }])) zip.addBuffer(Buffer.from(xml), name);
  const sheet = Readable.from(sheetXml(rows), { objectMode: false });
  sheet.on('error', (error) => output.destroy(error));
  output.on('close', () => sheet.destroy());
  // Level 1: a sheet's XML shrinks to a tenth either way, and the higher levels take most of the time.
  zip.addReadStream(sheet, sheetPart(0), { compressionLevel: 1 });
  zip.end();
  return output;
}

async function* sheetXml(rows: AsyncIterable<readonly OutputRow[]>): AsyncGenerator<string> {
  yield SHEET_START;
  for await (const batch of rows) {
    let xml = '';
    for (const { row, cells } of batch) xml += rowXml(row, cells);
    yield xml;
  }
  yield sheetEnd();
}
