/** The pre-check in the browser says what the server will say: same rows, same findings, whatever the file's form. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import {
  askedFields,
  entryCheck,
  entryFile,
  entryOrder,
  firstEntry,
  isRequired,
} from '../console/intake/form/entry.ts';
import { inWords } from '../console/intake/pre-check/report.ts';
import { runPreCheck } from '../console/intake/pre-check/run-pre-check.ts';
import { compileRowCheck } from '../src/modules/intake/checking/compile-check.ts';
import { matchHeader } from '../src/modules/intake/checking/match-header.ts';
import { sampleContext, sampleItem } from '../src/modules/intake/checking/testing/context.ts';
import { FileRefused } from '../src/modules/intake/reading/file-refused.ts';
import { openRows } from '../src/modules/intake/reading/read-rows.ts';
import { writeFindings } from '../src/modules/intake/reading/write-findings.ts';

const items = readdirSync('data/catalogue/items');
const samples = items.flatMap((item) =>
  readdirSync(path.join('data/catalogue/items', item, 'samples'))
    .filter((name) => name.endsWith('.csv'))
    .map((name) => [item, name] as const),
);

const sampleOf = (item: string, name: string) =>
  readFileSync(path.join('data/catalogue/items', item, 'samples', name));

function checkingOf(item: string) {
  return { definition: sampleItem(item), context: sampleContext(item) };
}

const fileOf = (content: Uint8Array | string) => new Blob([content as BlobPart]);

/** What the server finds in the same bytes; a refusal of the whole file as its rule. */
async function onServer(content: Buffer, fileName: string, item: string) {
  const { definition, context } = checkingOf(item);
  const found: { rule: string; row?: number | undefined }[] = [];
  const counts = { rows: 0, good: 0 };
  try {
    const reader = await openRows({
      size: content.length,
      fileName,
      stream: (from = 0) => Readable.from([content.subarray(from)]),
      read: async (offset, length) => content.subarray(offset, offset + length),
    });
    const match = matchHeader(definition, reader.header);
    found.push(...match.findings);
    const check = compileRowCheck(definition, match.columns, context);
    for await (const batch of reader.rows) {
      const reading = reader.findings.splice(0);
      found.push(...reading);
      for (const { row, cells } of batch) {
        const checked = check(row, cells);
        found.push(...checked.findings);
        counts.rows++;
        const broken = reading.some((finding) => finding.row === row && finding.severity === 'error');
        if (checked.outcome === 'ok' && !broken) counts.good++;
      }
    }
    found.push(...reader.findings);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { refused: error.rule };
  }
  return { ...counts, found: found.map(({ rule, row }) => `${row ?? ''} ${rule}`) };
}

async function inBrowser(content: Uint8Array, fileName: string, item: string) {
  const report = await runPreCheck(fileOf(content), fileName, checkingOf(item), () => undefined);
  if (report.fileRefused && report.rows === 0 && !report.fileRefused.rule.startsWith('column.'))
    return { refused: report.fileRefused.rule };
  const { rows, good, first } = report;
  return { rows, good, found: first.map(({ rule, row }) => `${row ?? ''} ${rule}`) };
}

describe('every sample file', () => {
  test.each(samples)('%s %s', async (item, name) => {
    const content = sampleOf(item, name);
    expect(await inBrowser(content, name, item)).toEqual(await onServer(content, name, item));
  });

  test.each(items)('%s as a workbook', async (item) => {
    const lines = sampleOf(item, 'bad.csv')
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/);
    const cells = lines
      .filter((line) => line !== '')
      .map((line) => line.split(',').map((cell) => cell.replace(/"/g, '')));
    const [header = [], ...rows] = cells;
    const content = await buffer(
      writeFindings({
        format: 'xlsx',
        language: 'zh',
        header,
        rows: (async function* () {
          yield rows.map((row, index) => ({ row: index + 2, cells: row, result: '', findings: '' }));
        })(),
      }),
    );
    const browser = await inBrowser(content, 'bad.xlsx', item);
    expect(browser).toEqual(await onServer(content, 'bad.xlsx', item));
    expect('rows' in browser && browser.rows).toBe(rows.length);
  });
});

describe('files that cannot be read', () => {
  const header = '行政相对人名称,行政相对人类别\n';
  const cases: readonly [string, string, Buffer][] = [
    ['nothing', 'a.csv', Buffer.alloc(0)],
    ['a header alone', 'a.csv', Buffer.from(header)],
    ['a doubled header', 'a.csv', Buffer.from('备注,备注\n1,2\n')],
    ['an unclosed quote', 'a.csv', Buffer.from(`${header}"甲,法人\n乙,法人\n`)],
    ['binary named .csv', 'a.csv', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1, 0, 0, 0])],
    ['a web page', 'a.csv', Buffer.from('<html><table></table></html>')],
    ['broken JSON', 'a.json', Buffer.from('[{"备注":"1"},{"备注":]')],
    ['a broken workbook', 'a.xlsx', Buffer.from('PK\x03\x04 and nothing more')],
    [
      'neither UTF-8 nor GB18030',
      'a.csv',
      Buffer.concat([Buffer.from(header), Buffer.from([0xff, 0xff, 0x2c])]),
    ],
  ];
  test.each(cases)('%s', async (_, name, content) => {
    const item = 'administrative-penalty';
    const server = await onServer(content, name, item);
    expect(server).toHaveProperty('refused');
    expect(await inBrowser(content, name, item)).toEqual(server);
  });
});

test('a missing column refuses the file before any row is looked at', async () => {
  const { fileRefused, rows } = await runPreCheck(
    fileOf('备注\n无\n'),
    'a.csv',
    checkingOf('administrative-penalty'),
    () => undefined,
  );
  expect(fileRefused?.rule).toBe('column.missing');
  expect(rows).toBe(0);
});

describe('the form', () => {
  const checking = checkingOf('administrative-penalty');

  test('asks for nothing that may not be kept, and knows what the unit need not type', () => {
    const codes = askedFields(checking.definition).map(({ code }) => code);
    expect(codes).not.toContain('CF_FR_ZJHM');
    expect(codes).not.toContain('CF_XDR_ZJHM');
    expect(firstEntry(checking.definition, checking.context)).toEqual({
      CF_CFJG: '清和市市场监督管理局',
      CF_CFJGDM: checking.context.unit.uscc,
      CF_SJLY: '清和市市场监督管理局',
      CF_SJLYDM: checking.context.unit.uscc,
    });
  });

  test('a fine makes its amount required', () => {
    const field = checking.definition.fields.find(({ code }) => code === 'CF_NR_FK');
    if (!field) throw new Error('no such field');
    expect(isRequired(field, {})).toBe(false);
    expect(isRequired(field, { CF_CFLB: '警告、罚款' })).toBe(true);
  });

  test('finds what a file of the same row would have found', async () => {
    const entry = {
      ...firstEntry(checking.definition, checking.context),
      CF_XDR_MC: '清和市试1号商贸有限公司',
    };
    const found = entryCheck(checking.definition, checking.context, 'zh')(entry).findings;
    const file = entryFile(checking.definition, entry, '表单.json');
    const report = await runPreCheck(file, file.name, checking, () => undefined);
    expect(report.rows).toBe(1);
    expect(report.first.map(({ rule, field }) => `${field} ${rule}`)).toEqual(
      found.map(({ rule, field }) => `${field} ${rule}`),
    );
    expect(found.length).toBeGreaterThan(5);
  });

  describe.each(['zh', 'en'] as const)('in %s', (language) => {
    const { definition, context } = checkingOf('administrative-licence');
    const check = entryCheck(definition, context, language);
    const { findings } = check({
      ...firstEntry(definition, context),
      XK_XDR_LB: '法人及非法人组织',
      XK_YXQZ: '2026-11-16',
      XK_YXQZI: '2026-11-15',
    });

    test('names other fields by the words that the form has for them, not by their codes', () => {
      const said = findings.map((finding) => inWords(finding, language));
      expect(said.length).toBeGreaterThan(5);
      for (const { message, advice } of said) expect(message + advice).not.toMatch(/XK_/);
      const from = definition.fields.find(({ code }) => code === 'XK_YXQZ')?.name[language];
      expect(said.find(({ field }) => field === 'XK_YXQZI')?.message).toContain(from);
    });

    test('sums up in the order of the form: the party, the decision, the authority', () => {
      const fields = findings.toSorted(entryOrder(definition)).map(({ field }) => field);
      expect(fields.slice(0, 4)).toEqual(['XK_XDR_MC', 'XK_XDR_SHXYM', 'XK_FRDB', 'XK_XKWS']);
    });
  });
});
