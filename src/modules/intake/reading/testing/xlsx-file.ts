/** XLSX packages made in memory, sound and malicious, for the tests of reading. */
import { crc32, deflateRawSync } from 'node:zlib';

/** A part with what its headers claim, where that differs from the truth. */
export interface ZipPart {
  name: string;
  content: Buffer | string;
  stored?: boolean;
  claimedSize?: number;
  claimedCrc?: number;
}

/** A ZIP file of these parts. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.stored ? content : deflateRawSync(content);
    const name = Buffer.from(part.name);
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(0x800, 0);
    facts.writeUInt16LE(part.stored ? 0 : 8, 2);
    facts.writeUInt32LE(part.claimedCrc ?? crc32(content), 8);
    facts.writeUInt32LE(packed.length, 12);
    facts.writeUInt32LE(part.claimedSize ?? content.length, 16);
    facts.writeUInt16LE(name.length, 20);
    const local = Buffer.concat([
      Buffer.from('PK\x03\x04\x14\x00', 'latin1'),
      facts,
      Buffer.alloc(2),
      name,
      packed,
    ]);
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(offset, 12);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00\x14\x00', 'latin1'), facts, rest, name]));
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** A ZIP64 directory end that claims so many entries. */
export function zipClaimingEntries(count: number): Buffer {
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(count) * 50n, 40);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(4n, 8);
  locator.writeUInt32LE(1, 16);
  const end = Buffer.alloc(22, 0xff);
  end.write('PK\x05\x06\x00\x00\x00\x00', 'latin1');
  end.writeUInt16LE(0, 20);
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), record, locator, end]);
}

/** What a workbook of the tests is made of; every part has a sound default. */
export interface Workbook {
  /** Content of sheetData, e.g. <row r="1">…</row>. */
  rows?: string;
  afterRows?: string;
  sharedStrings?: string;
  numberFormats?: string;
  cellStyles?: string;
  workbookProperties?: string;
  sheets?: string;
  /** Whole parts instead of those made here, or beside them. */
  parts?: Record<string, string | Buffer>;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The parts of an XLSX package by name. */
export function workbookParts(book: Workbook): Record<string, string | Buffer> {
  const relations = [1, 2, 3].map(
    (sheet) =>
      `<Relationship Id="s${sheet}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${sheet}.xml"/>`,
  );
  return {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook ${MAIN} xmlns:r="${OFFICE}">${book.workbookProperties ?? ''}<sheets>${book.sheets ?? '<sheet name="Sheet1" sheetId="1" r:id="s1"/>'}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="t" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="f" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet ${MAIN}><sheetData>${book.rows ?? ''}</sheetData>${book.afterRows ?? ''}</worksheet>`,
    'xl/sharedStrings.xml': `${XML}<sst ${MAIN}>${book.sharedStrings ?? ''}</sst>`,
    'xl/styles.xml': `${XML}<styleSheet ${MAIN}><numFmts>${book.numberFormats ?? ''}</numFmts><cellXfs>${book.cellStyles ?? '<xf numFmtId="0"/>'}</cellXfs></styleSheet>`,
    ...book.parts,
  };
}

/** An XLSX file. */
export function xlsxOf(book: Workbook): Buffer {
  return zipOf(Object.entries(workbookParts(book)).map(([name, content]) => ({ name, content })));
}

/** A cell with text written in it. */
export function textCell(reference: string, text: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** The header row 名称, 代码, 日期 and so on at row 1. */
export function headerRow(...titles: string[]): string {
  return `<row r="1">${titles.map((title, index) => textCell(`${String.fromCharCode(65 + index)}1`, title)).join('')}</row>`;
}
