/** Tests of finding a text file's encoding: by decoding all of it, never by a guess from its start. */
import { describe, expect, test } from 'vitest';
import { bufferSource, inGb18030, readAll, refusal } from './testing/buffer-source.ts';

const TEXT = '名称,文号\n滨州市某某有限公司,鲁滨罚〔2026〕1号\n甲,乙\n';
const ROWS = [
  { row: 2, cells: ['滨州市某某有限公司', '鲁滨罚〔2026〕1号'] },
  { row: 3, cells: ['甲', '乙'] },
];

describe('accepted', () => {
  test.each([
    ['utf-8', 'UTF-8', Buffer.from(TEXT)],
    ['utf-8', 'UTF-8 with mark', Buffer.from(`\ufeff${TEXT}`)],
    ['utf-16le', 'UTF-16LE with mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['gb18030', 'GB18030', inGb18030(TEXT)],
    ['gb18030', 'GB18030 with mark', Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), inGb18030(TEXT)])],
  ])('%s: %s', async (encoding, _, bytes) => {
    expect(await readAll(bytes)).toMatchObject({ encoding, header: ['名称', '文号'], rows: ROWS });
  });

  test('a character of two or four GB18030 bytes may lie across any border of chunks', async () => {
    const four = Buffer.from([0x81, 0x39, 0xef, 0x30]);
    const sign = new TextDecoder('gb18030', { fatal: true }).decode(four);
    const bytes = Buffer.concat([inGb18030('名称,b\n甲'), four, inGb18030('乙,1\n')]);
    for (let chunk = 1; chunk < 9; chunk++) {
      const { rows, encoding } = await readAll(bufferSource(bytes, { chunk }));
      expect(encoding).toBe('gb18030');
      expect(rows).toEqual([{ row: 2, cells: [`甲${sign}乙`, '1'] }]);
    }
  });

  test('a half character at a 64 KiB border, for every parity', async () => {
    for (const filler of ['x', 'xx']) {
      const line = `${filler},${'罚款'.repeat(10)}\n`;
      const count = 4_000;
      const { rows } = await readAll(inGb18030(`a,b\n${line.repeat(count)}`));
      expect(rows).toHaveLength(count);
      expect(rows.every(({ cells }) => cells[1] === '罚款'.repeat(10))).toBe(true);
    }
  });

  test('ASCII with one late GB18030 character', async () => {
    const bytes = Buffer.concat([Buffer.from(`a,b\n${'1,2\n'.repeat(50_000)}`), inGb18030('甲,1\n')]);
    expect((await readAll(bytes)).encoding).toBe('gb18030');
  });
});

describe('refused', () => {
  test('UTF-8 with one wrong byte late in the file is not taken for GB18030; the line is named', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`名称,b\n${'甲公司,2\n'.repeat(30_000)}`),
      Buffer.from([0xb0]),
      Buffer.from('x,1\n甲,2\n'),
    ]);
    expect(await refusal(bytes)).toEqual({ rule: 'file.encoding', params: { line: 30_002 } });
  });

  test('neither UTF-8 nor GB18030', async () => {
    const bytes = Buffer.concat([
      inGb18030('名称,b\n甲,1\n'),
      Buffer.from([0xff, 0x41]),
      inGb18030('\n乙,1\n'),
    ]);
    expect(await refusal(bytes)).toEqual({ rule: 'file.encoding', params: { line: 3 } });
  });

  test('UTF-8 cut off inside a character, and GB18030 too', async () => {
    const utf8 = Buffer.from('名称,代码\n滨州市某某有限公司,甲');
    expect((await refusal(utf8.subarray(0, -1))).rule).toBe('file.cut-off');
    const gb = inGb18030('名称,代码\n滨州市某某有限公司,甲');
    expect((await refusal(gb.subarray(0, -1))).rule).toBe('file.cut-off');
    const utf16 = Buffer.from('\ufeff名称,b\n1,2\n', 'utf16le');
    expect((await refusal(utf16.subarray(0, -1))).rule).toBe('file.cut-off');
  });

  test('bytes that GB18030 only knows as private use', async () => {
    const junk = Buffer.from(
      Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? 0xaa : 0xa1 + (at % 90))),
    );
    expect((await refusal(Buffer.concat([Buffer.from('a,b\n'), junk]))).rule).toBe('file.encoding');
  });
});
