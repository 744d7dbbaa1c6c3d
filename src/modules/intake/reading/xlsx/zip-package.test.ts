/** Tests that no package can exhaust the machine, reach outside, or end in anything but rows or a refusal. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAll, refusal } from '../testing/buffer-source.ts';
import {
  headerRow,
  textCell,
  workbookParts,
  xlsxOf,
  zipClaimingEntries,
  zipOf,
} from '../testing/xlsx-file.ts';

const SOUND = {
  rows: `${headerRow('a', 'b')}<row r="2">${textCell('A2', '甲')}<c r="B2"><v>1</v></c></row>`,
};
const SHEET = 'xl/worksheets/sheet1.xml';

/** The sound workbook with other facts about one part. */
function withPart(name: string, change: object): Buffer {
  return zipOf(
    Object.entries(workbookParts(SOUND)).map(([part, content]) => ({
      name: part,
      content,
      ...(part === name ? change : {}),
    })),
  );
}

describe('zip bombs', { timeout: 60_000 }, () => {
  test('a part that shrinks beyond belief', async () => {
    const content = Buffer.alloc(64 * 1024 ** 2, ' ');
    expect((await refusal(withPart(SHEET, { content }))).rule).toBe('file.unpacks-too-large');
  });

  test('a part that claims to be small and is not', async () => {
    const content = Buffer.alloc(64 * 1024 ** 2, ' ');
    expect((await refusal(withPart(SHEET, { content, claimedSize: 1000 }))).rule).toBe('file.xlsx-broken');
  });

  test('many parts that together unpack to too much', async () => {
    const parts = Array.from({ length: 30 }, (_, no) => ({
      name: `p${no}`,
      content: Buffer.alloc(1024 ** 2, 'x'),
      stored: true,
    }));
    const { rule } = await refusal(zipOf(parts), { maxUnpackedBytes: 20 * 1024 ** 2 });
    expect(rule).toBe('file.unpacks-too-large');
  });

  test('a million entries', async () => {
    expect((await refusal(zipClaimingEntries(1_000_000))).rule).toBe('file.unpacks-too-large');
    const entries = Array.from({ length: 5_001 }, (_, no) => ({ name: `p${no}`, content: '' }));
    expect((await refusal(zipOf(entries))).rule).toBe('file.unpacks-too-large');
  });

  test('archives within archives, as in a quine', async () => {
    const inner = zipOf([{ name: 'r/r.zip', content: 'PK' }]);
    expect((await refusal(zipOf([{ name: 'r/r.zip', content: inner }]))).rule).toBe('file.nested-archive');
    const parts = Object.entries({ ...workbookParts(SOUND), 'xl/embeddings/Sheet.xlsx': inner });
    const book = zipOf(parts.map(([name, content]) => ({ name, content })));
    expect((await refusal(book)).rule).toBe('file.nested-archive');
  });

  test('one text of many megabytes in a cell, in the shared table, in a tag', async () => {
    const long = Array.from({ length: 500_000 }, (_, no) => no).join(' ');
    const broken = ['file.line-too-long', 'file.unpacks-too-large', 'file.shared-text-too-large'];
    for (const book of [
      { rows: `<row><c t="inlineStr"><is>${'<t>0123456789 abcdef</t>'.repeat(100_000)}</is></c></row>` },
      { rows: `<row>${textCell('A1', long + long)}</row>` },
      { rows: `<row r="1" x="${long + long}"/>` },
      { sharedStrings: `<si><t>${long + long}</t></si>` },
    ]) {
      expect(broken).toContain((await refusal(xlsxOf(book), { maxRatio: 100_000 })).rule);
    }
  });

  test('a shared table beyond the bound, elements nested without end', async () => {
    const sharedStrings = Array.from({ length: 20_000 }, (_, no) => `<si><t>${no}</t></si>`).join('');
    const small = await refusal(xlsxOf({ sharedStrings }), { maxSharedTextBytes: 100_000 });
    expect(small.rule).toBe('file.shared-text-too-large');
    const rows = '<x>'.repeat(100_000);
    expect((await refusal(xlsxOf({ rows }), { maxRatio: 100_000 })).rule).toBe('file.xlsx-broken');
  });
});

describe('XML tricks', () => {
  const xxe = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';

  test.each([
    [
      '[an entity in the sheet]',
      SHEET,
      `${xxe}<worksheet><sheetData><row><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>`,
    ],
    ['[an entity in the shared texts]', 'xl/sharedStrings.xml', `${xxe}<sst><si><t>&e;</t></si></sst>`],
    [
      '[an entity in the workbook]',
      'xl/workbook.xml',
      `<?xml version="1.0"?>${laughs}<workbook>&b;</workbook>`,
    ],
    ['[an entity in the relations]', '_rels/.rels', `${xxe}<Relationships/>`],
    ['[an endless document type]', SHEET, `<!DOCTYPE x [${'<!ENTITY a "b">'.repeat(1_000_000)}`],
  ])('%s', async (_, name, content) => {
    const { rule } = await refusal(xlsxOf({ ...SOUND, parts: { [name]: content } }), { maxRatio: 100_000 });
    expect(rule).toBe('file.xml-forbidden');
  });

  test('an entity nobody declared, a sheet cut off inside', async () => {
    for (const rows of ['<row><c><v>&e;</v></c></row>', '<row><c></row>', '</sheetData></worksheet><x/>']) {
      expect((await refusal(xlsxOf({ rows }))).rule).toBe('file.xlsx-broken');
    }
  });

  test('a sheet outside the package is not fetched', async () => {
    const parts = {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="s1" Type="x/worksheet" TargetMode="External" Target="http://127.0.0.1:9/sheet1.xml"/></Relationships>',
    };
    expect((await refusal(xlsxOf({ ...SOUND, parts }))).rule).toBe('file.xlsx-broken');
  });
});

describe('packages that are none', () => {
  test.each([
    ['a plain archive', zipOf([{ name: 'a.csv', content: 'a,b\n1,2\n' }])],
    ['a Word document', xlsxOf({ parts: { 'xl/workbook.xml': '<document/>' } })],
    ['an empty archive', zipOf([])],
  ])('%s', async (_, bytes) => {
    expect((await refusal(bytes)).rule).toBe('file.not-a-workbook');
  });

  test('two parts of one name, a wrong checksum', async () => {
    const parts = Object.entries(workbookParts(SOUND)).map(([name, content]) => ({ name, content }));
    expect((await refusal(zipOf([...parts, { name: 'XL/workbook.xml', content: '' }]))).rule).toBe(
      'file.xlsx-broken',
    );
    expect((await refusal(withPart(SHEET, { claimedCrc: 1 }))).rule).toBe('file.xlsx-broken');
  });

  test('cut off anywhere: refused', async () => {
    const bytes = xlsxOf(SOUND);
    for (let length = 4; length < bytes.length; length += 13) {
      expect((await refusal(bytes.subarray(0, length))).rule).toBe('file.xlsx-broken');
    }
  });

  test('damaged anywhere: rows or a refusal, nothing else', { timeout: 60_000 }, async () => {
    const bytes = xlsxOf(SOUND);
    const place = fc.integer({ min: 4, max: bytes.length - 1 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          const damaged = Buffer.from(bytes);
          for (const [at, value] of changes) damaged[at] = value;
          const outcome = await readAll(damaged).catch((error: Error) => error);
          if (outcome instanceof Error) expect(outcome.name).toBe('FileRefused');
        },
      ),
      { numRuns: 400 },
    );
  });
});

test('an error of the storage behind a package passes through unchanged', async () => {
  const bytes = xlsxOf(SOUND);
  const gone = new Error('disk gone');
  for (const failing of [2, 3, 4, 6]) {
    let reads = 0;
    const source = {
      size: bytes.length,
      stream: () => {
        throw gone;
      },
      read: async (offset: number, length: number) => {
        if (++reads >= failing) throw gone;
        return bytes.subarray(offset, offset + length);
      },
    };
    await expect(readAll(source)).rejects.toBe(gone);
  }
});
