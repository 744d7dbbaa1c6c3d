/** Tests that each kind of bad file is refused under its own rule: what a department may hand in by mistake or malice. */
import { describe, expect, test } from 'vitest';
import { bufferSource, endlessSource, readAll, refusal } from './testing/buffer-source.ts';

const pdf = Buffer.from(
  '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<</Type/Catalog>>\nstream\n\u0000\u0001\u0002',
  'latin1',
);
const png = Buffer.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
]);
const junk = Buffer.from(Array.from({ length: 10_000 }, (_, at) => (at * 7919 + (at >> 3)) % 256));
const lateNul = Buffer.concat([
  Buffer.from(`a,b\n${'1,2\n'.repeat(60_000)}`),
  Buffer.from([0x33, 0, 0x2c, 0x34, 0x0a]),
]);

/** An OLE container (MS-CFB) whose directory names this part. */
function oleWith(part: string): Buffer {
  const bytes = Buffer.alloc(4096);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
  bytes.writeUInt16LE(9, 0x1e);
  bytes.writeUInt32LE(2, 0x30);
  Buffer.from('Root Entry', 'utf16le').copy(bytes, 3 * 512);
  Buffer.from(part, 'utf16le').copy(bytes, 3 * 512 + 128);
  return bytes;
}

describe('whole files', () => {
  test.each([
    ['nothing', '', 'file.empty'],
    ['white space alone', '\ufeff \r\n\t\n', 'file.empty'],
    ['much white space', '\n'.repeat(100_000), 'file.empty'],
    ['a header alone', '名称,代码\n', 'file.no-rows'],
    ['a header and blank rows', '名称,代码\n,\n\n , \n', 'file.no-rows'],
    ['a PDF', pdf, 'file.binary'],
    ['a picture', png, 'file.binary'],
    ['binary junk', junk, 'file.binary'],
    ['NUL far behind', lateNul, 'file.binary'],
    ['UTF-16 without mark', Buffer.from('a,b\n1,2\n', 'utf16le'), 'file.binary'],
    ['gzip', Buffer.from('1f8b0800000000000003', 'hex'), 'file.binary'],
    ['a web page called .xls', '\n<html><table><tr><td>名称</td></tr></table></html>', 'file.web-page'],
    ['an XML spreadsheet of 2003', '<?xml version="1.0"?><Workbook/>', 'file.web-page'],
    ['a workbook of the old format', oleWith('Workbook'), 'file.xls-old'],
    ['a workbook with a password', oleWith('EncryptedPackage'), 'file.xlsx-encrypted'],
    ['an OLE stub', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file.xls-old'],
  ])('%s', async (_, content, rule) => {
    expect((await refusal(bufferSource(content, { fileName: 'a.csv' }))).rule).toBe(rule);
  });

  test('too many rows', async () => {
    expect(await refusal('a\n1\n2\n3\n', { maxRows: 2 })).toEqual({
      rule: 'file.too-many-rows',
      params: { limit: 2 },
    });
    expect((await readAll('a\n1\n\n2\n,\n', { maxRows: 2 })).rows).toHaveLength(2);
  });

  test('too many columns', async () => {
    const wide = Array.from({ length: 201 }, (_, at) => `c${at}`).join(',');
    expect(await refusal(`${wide}\n1\n`)).toEqual({ rule: 'file.too-many-columns', params: { limit: 200 } });
    expect((await readAll('a,b,,,\n1,2,,,\n', { maxColumns: 2 })).header).toEqual(['a', 'b']);
  });

  test('an error of the storage itself is not taken for a bad file', async () => {
    const broken = new Error('disk gone');
    const source = { ...bufferSource('a,b\n1,2\n'), read: () => Promise.reject(broken) };
    await expect(readAll(source)).rejects.toBe(broken);
  });
});

describe('content decides, the declared type only in doubt', () => {
  test.each([
    ['CSV declared as XLSX', 'a,b\n1,2\n', 'utf-8', { fileName: 'x.xlsx' }],
    ['JSON declared as CSV', '[{"a":1}]', 'json', { declaredType: 'text/csv' }],
    ['a title in brackets', '[a],b\n1,2\n', 'utf-8', { fileName: 'x.csv' }],
    ['a title in braces', '{a},b\n1,2\n', 'utf-8', {}],
  ])('%s', async (_, text, encoding, declared) => {
    expect((await readAll(bufferSource(text, declared))).encoding).toBe(encoding);
  });

  test('text declared as JSON', async () => {
    const source = bufferSource('a,b\n1,2\n', { declaredType: 'application/json' });
    expect((await refusal(source)).rule).toBe('file.json-broken');
  });
});

describe('size without end: refused in flat memory', () => {
  const unit = (text: string) => Buffer.from(text.repeat(Math.ceil(65_536 / text.length)));

  async function growthWhile(work: () => Promise<void>): Promise<number> {
    const before = process.memoryUsage.rss();
    let highest = before;
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 20);
    await work();
    clearInterval(watch);
    return (Math.max(highest, process.memoryUsage.rss()) - before) / 1024 ** 2;
  }

  test.each([
    ['a line of 2 GB', 'a,b\n1,', unit('x'), 'file.line-too-long'],
    ['a quoted text of 2 GB', 'a,b\n1,"', unit('x y\n'), 'file.unclosed-quote'],
    ['a header of 2 GB', 'a', unit('x'), 'file.line-too-long'],
    ['a JSON text of 2 GB', '[{"a":"', unit('x'), 'file.line-too-long'],
  ])(
    '%s',
    async (_, start, repeated, rule) => {
      const growth = await growthWhile(async () => {
        expect((await refusal(endlessSource(start, repeated, 2 * 1024 ** 3))).rule).toBe(rule);
      });
      expect(growth).toBeLessThan(150);
    },
    60_000,
  );

  test('10 million columns, with and without names', async () => {
    const growth = await growthWhile(async () => {
      for (const column of ['c,', ',']) {
        const bytes = 10_000_000 * column.length;
        const { rule } = await refusal(endlessSource('c,', unit(column), bytes));
        expect(rule).toBe('file.too-many-columns');
      }
    });
    expect(growth).toBeLessThan(150);
  }, 60_000);

  test('10 million cells in a data row', async () => {
    const growth = await growthWhile(async () => {
      const { rule } = await refusal(endlessSource('a,b\n', unit('1,'), 20_000_000));
      expect(rule).toBe('file.line-too-long');
    });
    expect(growth).toBeLessThan(150);
  }, 60_000);
});
