/** Tests of the findings file: what was submitted comes back, nothing in it runs, and mended it can be handed in again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFileStore } from '../../../platform/file-store.ts';
import { readAll } from './testing/buffer-source.ts';
import { type FindingsFile, type JudgedRow, writeFindings } from './write-findings.ts';

async function bytesOf(
  file: Omit<FindingsFile, 'rows' | 'language'> & { rows: JudgedRow[] },
): Promise<Buffer> {
  async function* batches() {
    for (let at = 0; at < file.rows.length; at += 100) yield file.rows.slice(at, at + 100);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of writeFindings({ language: 'zh', ...file, rows: batches() }))
    chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const judged = (row: number, cells: string[], findings = ''): JudgedRow => ({
  row,
  cells,
  result: '已拒绝',
  findings,
});

describe('CSV', () => {
  test('has a mark, the added columns, and the submitted rows at their numbers', async () => {
    const rows = [judged(2, ['甲', '1'], '第 2 行，日期不对'), judged(5, ['a"b', 'x,y'])];
    const text = (await bytesOf({ format: 'csv', header: ['名称', '数'], rows })).toString();
    expect(text).toBe(
      '\ufeff名称,数,校验结果,校验问题\r\n甲,1,已拒绝,第 2 行，日期不对\r\n\r\n\r\n"a""b","x,y",已拒绝,\r\n',
    );
  });

  test('no cell runs as a formula', async () => {
    const risky = ['=HYPERLINK("http://x","y")', '+1+1', '-1+1', '@SUM(1)', '＝1', '-12.5'];
    const header = risky.map((_, no) => `=h${no}`);
    const text = (await bytesOf({ format: 'csv', header, rows: [judged(2, risky, '=1+1')] })).toString();
    const cells = text.slice(1).split(/\r\n|,(?=[^"]*(?:"[^"]*"[^"]*)*$)/);
    expect(cells.filter((cell) => /^"?[=+@＝-]/.test(cell))).toEqual(['-12.5']);
  });
});

describe.each(['csv', 'xlsx'] as const)('%s: written and read again', { timeout: 60_000 }, (format) => {
  test('arbitrary text, with quotes, line breaks, Chinese, emoji', async () => {
    const plain = fc.string({
      unit: fc.constantFrom(
        '"',
        ',',
        '\n',
        '\r\n',
        '\t',
        ';',
        "'",
        '=',
        '-',
        '中',
        '𠮷',
        '😀',
        ' ',
        '<',
        '&',
        '_x000A_',
        ']]>',
        '0',
        'é',
      ),
    });
    const any = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{Cc}/gu, ''));
    const cell = fc.oneof(plain, any).map((text) => text.trim());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }),
        async (table) => {
          const rows = table.map((cells, at) => judged(at + 2, ['k', ...cells], '=x'));
          const file = await readAll(await bytesOf({ format, header: ['k', '名称', 'b', '-'], rows }));
          expect(file.header).toEqual(['k', '名称', 'b', '-']);
          expect(file.rows).toEqual(rows.map(({ row, cells }) => ({ row, cells })));
          expect(file.findings).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('row numbers, gaps and codes with many digits stay', async () => {
    const rows = [judged(2, ['913702123456789012', '0012']), judged(40, ['x', '1.0E+17'])];
    const file = await readAll(await bytesOf({ format, header: ['a', 'b'], rows }));
    expect(file.rows).toEqual(rows.map(({ row, cells }) => ({ row, cells })));
  });

  test('an error of the rows reaches whoever takes the file', async () => {
    async function* failing() {
      yield [judged(2, ['a'])];
      throw new Error('database gone');
    }
    const stream = writeFindings({ format, language: 'en', header: ['a'], rows: failing() });
    await expect(stream.toArray()).rejects.toThrow('database gone');
  });

  test('from the file store: encrypted on disk, read by random access', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'reading-'));
    const store = openFileStore(folder);
    const rows = Array.from({ length: 20_000 }, (_, at) => judged(at + 2, [`单位${at * 7919}`, String(at)]));
    const { id } = await store.put([await bytesOf({ format, header: ['名称', 'no'], rows })] as never);
    const reader = await store.reader(id);
    const file = await readAll(reader);
    await reader.close();
    await rm(folder, { recursive: true });
    expect(file.rows).toHaveLength(20_000);
    expect(file.rows.at(-1)).toEqual({ row: 20_001, cells: [`单位${19_999 * 7919}`, '19999'] });
  });
});
