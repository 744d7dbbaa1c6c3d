/** Tests of CSV reading: rows and their numbers, separators, quotes, cell counts, headers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bufferSource, readAll, refusal } from './testing/buffer-source.ts';

describe('rows', () => {
  test('cells are trimmed text in header order, the header being row 1', async () => {
    const file = await readAll('\ufeff名称 ,代码\r\n 甲公司\u3000,  0012\r\n');
    expect(file).toEqual({
      header: ['名称', '代码'],
      encoding: 'utf-8',
      rows: [{ row: 2, cells: ['甲公司', '0012'] }],
      findings: [],
    });
  });

  test('blank lines are skipped but counted; a quoted line break is part of its record', async () => {
    const { rows } = await readAll('a,b\n\n1,"x\ny"\n,,\n  \n2,z\n');
    expect(rows).toEqual([
      { row: 3, cells: ['1', 'x\ny'] },
      { row: 6, cells: ['2', 'z'] },
    ]);
  });

  test('blank lines before the header shift it down', async () => {
    const { header, rows } = await readAll('\n \na,b\n1,2\n');
    expect(header).toEqual(['a', 'b']);
    expect(rows).toEqual([{ row: 4, cells: ['1', '2'] }]);
  });

  test('numbers hold over many pieces, with quotes and without', async () => {
    for (const quote of ['', '"']) {
      const lines = Array.from(
        { length: 20_000 },
        (_, index) => `${quote}r${index + 2}${quote},${'x'.repeat(index % 50)}`,
      );
      const { rows } = await readAll(`a,b\n${lines.join('\n')}`);
      expect(rows).toHaveLength(20_000);
      expect(rows.every(({ row, cells }) => cells[0] === `r${row}`)).toBe(true);
    }
  });

  test.each([
    ['semicolon', 'a;b,c;d\n1;2,3;4\n', ['a', 'b,c', 'd'], ['1', '2,3', '4']],
    ['tab', 'a\tb\n1\t2\n', ['a', 'b'], ['1', '2']],
    ['comma, a separator in quotes not counted', '"a;;;",b\n1,2\n', ['a;;;', 'b'], ['1', '2']],
    ['old Mac line ends', 'a,b\r1,2\r', ['a', 'b'], ['1', '2']],
    ['one column', 'a\n1\n', ['a'], ['1']],
    ['quoted, blanks at the very end', '"a","b"\r\n"1","2" \r', ['a', 'b'], ['1', '2']],
  ])('%s', async (_, text, header, cells) => {
    const file = await readAll(text);
    expect(file.header).toEqual(header);
    expect(file.rows).toEqual([{ row: 2, cells }]);
    expect(file.findings).toEqual([]);
  });

  test('a stream in chunks of any size gives the same rows', async () => {
    const text = 'a,"b ""x"""\r\n"1, 2","行\r\n政"\r\n😀,"𠮷"\r\n';
    const whole = await readAll(text);
    for (const chunk of [1, 2, 3, 5, 7]) expect(await readAll(bufferSource(text, { chunk }))).toEqual(whole);
    expect(whole.rows.map(({ cells }) => cells)).toEqual([
      ['1, 2', '行\r\n政'],
      ['😀', '𠮷'],
    ]);
  });

  test('batches have a thousand rows at most', async () => {
    const { openRows } = await import('./read-rows.ts');
    const reader = await openRows(bufferSource(`a\n${'1\n'.repeat(5_500)}`));
    const sizes: number[] = [];
    for await (const batch of reader.rows) sizes.push(batch.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(5_500);
  });
});

describe('cell counts', () => {
  test('a row of another width is kept, cut or filled, with a finding', async () => {
    const { rows, findings } = await readAll('a,b,c\n1,2\n1,2,3,4\n1,2,3\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '2', ''],
      ['1', '2', '3'],
      ['1', '2', '3'],
    ]);
    expect(findings).toEqual([
      { rule: 'row.cell-count', severity: 'error', row: 2, params: { expected: 3, count: 2 } },
      { rule: 'row.cell-count', severity: 'error', row: 3, params: { expected: 3, count: 4 } },
    ]);
  });

  test('separators left at the end of lines are no fault', async () => {
    const { header, findings } = await readAll('a,b,,\n1,2,,\n3,4\n5,6,,,,\n');
    expect(header).toEqual(['a', 'b']);
    expect(findings).toEqual([]);
  });

  test('a last row that is short and has no line end was cut off', async () => {
    const { findings } = await readAll('a,b,c\n1,2,3\n4,5');
    expect(findings).toEqual([
      { rule: 'row.cut-off', severity: 'error', row: 3, params: { expected: 3, count: 2 } },
    ]);
  });
});

describe('quotes', () => {
  test('a quote inside a quoted text is a finding of its row', async () => {
    const { rows, findings } = await readAll('a,b\n"甲"乙"公司",1\n丙,2\n');
    expect(rows).toHaveLength(2);
    expect(findings).toEqual([{ rule: 'row.stray-quote', severity: 'error', row: 2 }]);
  });

  test.each([
    ['at the end of the file', 'a,b\n1,2\n"3,4\n5,6\n', 3],
    ['closed by a later quote', 'a,b\n1,2\n"3,4\n5,"6"\n7,8\n', 3],
    ['in the header', '"a,b\n1,2\n', 1],
    ['in the last cell', 'a,b\n1,"2', 2],
    ['after many rows', `a,b\n${'1,2\n'.repeat(40_000)}"3,4\n${'5,6\n'.repeat(400_000)}`, 40_002],
  ])('a quote never closed refuses the file and names the row: %s', async (_, text, row) => {
    expect(await refusal(text)).toEqual({ rule: 'file.unclosed-quote', params: { row } });
  });

  test('hundreds of stray quotes are refused before they cost time', async () => {
    const line = `"${'a"b'.repeat(10_000)}${' '.repeat(20_000)}",1\n`;
    const start = performance.now();
    expect((await refusal(`a,b\n${line.repeat(20)}`)).rule).toBe('file.stray-quotes');
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('header', () => {
  test('doubled names are named', async () => {
    expect(await refusal('名称,代码,名称 ,代码,日期\n1,2,3,4,5\n')).toEqual({
      rule: 'header.duplicate',
      params: { names: '名称、代码', row: 1 },
    });
  });

  test('a blank name in the middle is refused with its column', async () => {
    expect(await refusal('a,,c\n1,2,3\n')).toEqual({ rule: 'header.blank', params: { column: 'B', row: 1 } });
  });

  test('the columns of a findings file are left out when it comes back', async () => {
    const file = await readAll('a,校验结果,校验问题,b\n1,已拒绝,日期不对,2\n');
    expect(file.header).toEqual(['a', 'b']);
    expect(file.rows).toEqual([{ row: 2, cells: ['1', '2'] }]);
    expect((await readAll('a,Result\n1,2\n')).header).toEqual(['a', 'Result']);
  });
});

test('any bytes end in rows or a refusal, never in another error', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(fc.constantFrom('a', ',', '"', '\n', '\r', '中', ' ', '{', '[', ']', '}', ':', '<', "'"), {
      maxLength: 60,
    }),
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 50 }), async (content, chunk) => {
      const buffer = Array.isArray(content) ? Buffer.from(content.join('')) : Buffer.from(content);
      const outcome = await readAll(bufferSource(buffer, { chunk })).catch((error: Error) => error);
      if (outcome instanceof Error) expect(outcome.name).toBe('FileRefused');
      else expect(outcome.rows.every(({ cells }) => cells.length === outcome.header.length)).toBe(true);
    }),
    { numRuns: 1_500 },
  );
});
