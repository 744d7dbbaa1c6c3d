/** A template of every item: its header is understood, what is filled in comes back, and coded columns have drop-downs. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import yazl from 'yazl';
import { compileRowCheck } from '../checking/compile-check.ts';
import { matchHeader } from '../checking/match-header.ts';
import { sampleContext, sampleItem } from '../checking/testing/context.ts';
import { DEFAULT_READ_LIMITS } from '../reading/read-limits.ts';
import { bufferSource, readAll } from '../reading/testing/buffer-source.ts';
import { rowXml } from '../reading/xlsx/workbook-parts.ts';
import { ZipPackage } from '../reading/xlsx/zip-package.ts';
import { templateColumns } from './template-columns.ts';
import { templateCsv } from './template-csv.ts';
import { templateXlsx } from './template-xlsx.ts';

const items = readdirSync('data/catalogue/items');
const PARTS = [
  '[Content_Types].xml',
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/worksheets/sheet1.xml',
  'xl/worksheets/sheet2.xml',
  'xl/worksheets/sheet3.xml',
];

async function partsOf(xlsx: Buffer): Promise<Map<string, string>> {
  const zip = await ZipPackage.open(bufferSource(xlsx), DEFAULT_READ_LIMITS);
  const parts = new Map<string, string>();
  for (const name of PARTS) {
    const pieces: Uint8Array[] = [];
    for await (const piece of zip.bytes(name)) pieces.push(piece);
    parts.set(name, Buffer.concat(pieces).toString('utf8'));
  }
  zip.close();
  return parts;
}

/** The template with rows typed into it, as a spreadsheet would save it. */
async function filledIn(xlsx: Buffer, rows: readonly (readonly string[])[]): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, xml] of await partsOf(xlsx)) {
    const typed = rows.map((cells, at) => rowXml(at + 2, cells)).join('');
    const text = name.endsWith('sheet1.xml') ? xml.replace('</sheetData>', `${typed}</sheetData>`) : xml;
    zip.addBuffer(Buffer.from(text), name);
  }
  zip.end();
  return buffer(zip.outputStream as Readable);
}

/** The good sample's cells in the order of the template's columns. */
function goodRows(item: string): string[][] {
  const definition = sampleItem(item);
  const text = readFileSync(`data/catalogue/items/${item}/samples/good.csv`, 'utf8').replace('\ufeff', '');
  const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const { columns } = matchHeader(definition, header);
  return rows.map((row) =>
    templateColumns(definition, []).map(
      ({ field }) => row[columns.find((column) => column.field === field.code)?.index ?? -1] ?? '',
    ),
  );
}

describe.each(items)('%s', (item) => {
  const definition = sampleItem(item);
  const context = sampleContext(item);
  const lists = context.lists.filter(({ id }) => definition.fields.some(({ list }) => list === id));
  // What only a person's row needs is dropped from others, and said so.
  const errors = (header: readonly string[]) =>
    matchHeader(definition, header).findings.filter(({ severity }) => severity !== 'info');

  test('its CSV header has every column and no other', async () => {
    const [header = []] = Papa.parse<string[]>((await templateCsv(definition)).replace('\ufeff', '')).data;
    expect(errors(header)).toEqual([]);
    expect(header).toHaveLength(templateColumns(definition, lists).length);
  });

  test('the good sample typed into its XLSX is read and checked without a fault', async () => {
    const file = await readAll(await filledIn(await templateXlsx(definition, lists), goodRows(item)));
    expect(file.findings).toEqual([]);
    expect(errors(file.header)).toEqual([]);
    const check = compileRowCheck(definition, matchHeader(definition, file.header).columns, context);
    const outcomes = file.rows.map(({ row, cells }) => check(row, cells).outcome);
    expect(outcomes.length).toBeGreaterThan(1);
    expect(new Set(outcomes)).toEqual(new Set(['ok']));
  });

  test('every coded column has a drop-down with its list, and each column says what it wants', async () => {
    const parts = await partsOf(await templateXlsx(definition, lists));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const coded = definition.fields.filter(({ type }) => type === 'code');
    const ranges = [...sheet.matchAll(/<formula1>'代码表'!\$([A-Z]+)\$2:\$\1\$(\d+)<\/formula1>/g)];
    expect(ranges).toHaveLength(coded.length);
    const listed = parts.get('xl/worksheets/sheet3.xml') ?? '';
    for (const { list } of coded)
      for (const value of lists.find(({ id }) => id === list)?.values ?? [])
        expect(listed).toContain(`>${value.replaceAll('&', '&amp;')}<`);
    expect(sheet.match(/<dataValidation /g)).toHaveLength(templateColumns(definition, lists).length);
    for (const [, prompt = ''] of sheet.matchAll(/ prompt="([^"]*)"/g))
      expect(prompt.length).toBeGreaterThan(5);
    expect(parts.get('xl/workbook.xml')).toContain('name="代码表" sheetId="3" state="hidden"');
  });

  test('the same definition gives the same bytes', async () => {
    expect(await templateXlsx(definition, lists)).toEqual(await templateXlsx(definition, lists));
  });
});
