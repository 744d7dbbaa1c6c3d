/** Tests of XLSX reading: cells as a spreadsheet shows them, the right sheet, and what was lost before it came to us. */
import { describe, expect, test } from 'vitest';
import { readAll, refusal } from '../testing/buffer-source.ts';
import { headerRow, textCell, type Workbook, xlsxOf } from '../testing/xlsx-file.ts';

/** Reads one cell under the title 值, beside a filled first column. */
async function oneCell(cell: string, book: Workbook = {}) {
  const rows = `${headerRow('名称', '值')}<row r="2">${textCell('A2', '甲')}${cell}</row>`;
  const file = await readAll(xlsxOf({ ...book, rows }));
  return { text: file.rows[0]?.cells[1], findings: file.findings };
}

describe('cells', () => {
  const styles = ['0', '14', '22', '31', '176', '177', '178', '20', '49', '57'];
  const book: Workbook = {
    numberFormats:
      '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>' +
      '<numFmt numFmtId="177" formatCode="000000"/><numFmt numFmtId="178" formatCode="[Red]#,##0.00"/>',
    cellStyles: styles.map((id) => `<xf numFmtId="${id}"/>`).join(''),
    sharedStrings:
      '<si><t>甲公司</t></si><si><r><t>富</t></r><r><t xml:space="preserve">文本 </t></r><rPh sb="0" eb="1"><t>フ</t></rPh></si>',
  };

  test.each([
    ['shared text', '<c r="B2" t="s"><v>0</v></c>', '甲公司'],
    ['rich text without its phonetic guide', '<c r="B2" t="s"><v>1</v></c>', '富文本'],
    ['text in the cell', textCell('B2', ' &lt;x&gt; &amp; &#20013;'), '<x> & 中'],
    ['an escaped character', textCell('B2', 'a_x000A_b_x005F_x0041_'), 'a\nb_x0041_'],
    ['a number', '<c r="B2"><v>12.5</v></c>', '12.5'],
    ['a number with rounding dust', '<c r="B2"><v>0.30000000000000004</v></c>', '0.3'],
    ['a code stored as a number, shown with zeros', '<c r="B2" s="5"><v>1234</v></c>', '001234'],
    ['money', '<c r="B2" s="6"><v>1234.5</v></c>', '1234.5'],
    ['a date, built-in format', '<c r="B2" s="1"><v>46344</v></c>', '2026-11-18'],
    ['a date, Chinese built-in format', '<c r="B2" s="3"><v>46344</v></c>', '2026-11-18'],
    ['a date, Chinese built-in format 57', '<c r="B2" s="9"><v>46344</v></c>', '2026-11-18'],
    ['a date, custom format', '<c r="B2" s="4"><v>46344</v></c>', '2026-11-18'],
    ['a date and time', '<c r="B2" s="2"><v>46344.5</v></c>', '2026-11-18 12:00:00'],
    ['a date with a hidden time', '<c r="B2" s="1"><v>46344.75</v></c>', '2026-11-18'],
    ['a time', '<c r="B2" s="7"><v>0.25</v></c>', '06:00:00'],
    ['an ISO date', '<c r="B2" t="d"><v>2026-11-18T00:00:00</v></c>', '2026-11-18'],
    ['true', '<c r="B2" t="b"><v>1</v></c>', 'true'],
    ['false', '<c r="B2" t="b"><v>0</v></c>', 'false'],
    ['text that looks like a number', textCell('B2', '0012'), '0012'],
    ['a cell without reference', '<c t="inlineStr"><is><t>x</t></is></c>', 'x'],
    ['a day number that is none', '<c r="B2" s="1"><v>99999999</v></c>', '99999999'],
  ])('%s', async (_, cell, text) => {
    expect(await oneCell(cell, book)).toEqual({ text, findings: [] });
  });

  test('the 1904 system', async () => {
    const { text } = await oneCell('<c r="B2" s="1"><v>44882</v></c>', {
      ...book,
      workbookProperties: '<workbookPr date1904="1"/>',
    });
    expect(text).toBe('2026-11-18');
  });

  test.each([
    ['<c r="B2"><v>9.13702123456789E+17</v></c>', '913702123456789000', 'cell.number-precision'],
    ['<c r="B2"><f>A1&amp;"x"</f><v>7</v></c>', '7', 'cell.formula'],
    ['<c r="B2" t="str"><f>HYPERLINK("http://x")</f><v>点我</v></c>', '点我', 'cell.formula'],
    ['<c r="B2"><f>1+1</f></c>', '', 'cell.formula-no-value'],
    ['<c r="B2" t="e"><v>#N/A</v></c>', '#N/A', 'cell.error-value'],
    ['<c r="B2" t="str"><v>a_x0007_b</v></c>', 'ab', 'cell.control-character'],
  ])('%s → a finding', async (cell, text, rule) => {
    const found = await oneCell(cell);
    expect(found.text).toBe(text);
    expect(found.findings).toEqual([expect.objectContaining({ rule, row: 2, column: '值' })]);
  });
});

describe('rows', () => {
  test('keep the numbers of the sheet; blank and merely formatted ones are skipped', async () => {
    const file = await readAll(
      xlsxOf({
        rows:
          `<row r="3">${textCell('A3', '名称')}${textCell('B3', '代码')}${textCell('D3', ' ')}</row>` +
          `<row r="5">${textCell('B5', '1')}</row><row r="6"><c r="A6" s="1"/><c r="XFD6"/></row>` +
          `<row r="9">${textCell('A9', '甲')}${textCell('D9', '多')}</row>`,
      }),
    );
    expect(file.header).toEqual(['名称', '代码']);
    expect(file.rows).toEqual([
      { row: 5, cells: ['', '1'] },
      { row: 9, cells: ['甲', ''] },
    ]);
    expect(file.findings).toEqual([
      { rule: 'row.cell-count', severity: 'error', row: 9, params: { expected: 2, count: 4 } },
    ]);
  });

  test('merged data cells are pointed out, a merged title is not', async () => {
    const { findings } = await readAll(
      xlsxOf({
        rows: `${headerRow('a', 'b')}<row r="2">${textCell('A2', '1')}</row>`,
        afterRows:
          '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A4"/><mergeCell ref="B2:B4"/></mergeCells>',
      }),
    );
    expect(findings).toEqual([{ rule: 'sheet.merged-cells', severity: 'warning', row: 2 }]);
  });

  test.each([
    ['rows out of order', '<row r="2"/><row r="1"/>'],
    ['a row beyond the last', '<row r="1048577"/>'],
    ['cells out of order', `<row r="1">${textCell('B1', 'x')}${textCell('A1', 'y')}</row>`],
    ['a column beyond the last', `<row r="1">${textCell('XFE1', 'x')}</row>`],
    ['a shared text that is not there', '<row r="1"><c r="A1" t="s"><v>5</v></c></row>'],
  ])('%s: broken', async (_, rows) => {
    expect((await refusal(xlsxOf({ rows }))).rule).toBe('file.xlsx-broken');
  });

  test('many columns, many rows, no rows', async () => {
    const wide = Array.from({ length: 201 }, () => '<c t="inlineStr"><is><t>x</t></is></c>').join('');
    expect((await refusal(xlsxOf({ rows: `<row>${wide}</row>` }))).rule).toBe('file.too-many-columns');
    const rows = headerRow('a') + '<row><c><v>1</v></c></row>'.repeat(3);
    expect((await refusal(xlsxOf({ rows }), { maxRows: 2 })).rule).toBe('file.too-many-rows');
    expect((await refusal(xlsxOf({ rows: headerRow('a') }))).rule).toBe('file.no-rows');
    expect((await refusal(xlsxOf({}))).rule).toBe('file.empty');
    expect((await refusal(xlsxOf({ rows: headerRow('a', 'a') }))).rule).toBe('header.duplicate');
  });
});

describe('sheets', () => {
  const sheet = (text: string) =>
    `<worksheet><sheetData><row><c t="inlineStr"><is><t>a</t></is></c></row><row><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;
  const parts = Object.fromEntries([1, 2, 3].map((no) => [`xl/worksheets/sheet${no}.xml`, sheet(`s${no}`)]));
  const named = (...names: [name: string, state: string][]) =>
    names
      .map(
        ([name, state], at) =>
          `<sheet name="${name}" sheetId="${at + 9}" state="${state}" r:id="s${at + 1}"/>`,
      )
      .join('');

  test.each([
    ['the first', named(['x', 'visible'], ['y', 'visible']), 's1', 1],
    ['the first visible', named(['x', 'hidden'], ['y', 'veryHidden'], ['z', 'visible']), 's3', 0],
    ['the one named 数据', named(['说明', 'visible'], ['数据', 'visible']), 's2', 1],
    ['not a hidden one named 数据', named(['说明', 'visible'], ['数据', 'hidden']), 's1', 0],
  ])('%s', async (_, sheets, text, others) => {
    const { rows, findings } = await readAll(xlsxOf({ sheets, parts }));
    expect(rows[0]?.cells).toEqual([text]);
    expect(findings.map(({ rule, params }) => [rule, params?.count])).toEqual(
      others > 0 ? [['sheet.others-unread', others]] : [],
    );
  });

  test('none visible', async () => {
    expect((await refusal(xlsxOf({ sheets: named(['x', 'hidden']), parts }))).rule).toBe('file.no-sheet');
  });

  test('prefixed elements and a part in UTF-16', async () => {
    const xml = sheet('甲')
      .replace(/<(\/?)/g, '<$1x:')
      .replace('<x:worksheet', '<x:worksheet xmlns:x="m"');
    for (const part of [xml, Buffer.from(`\ufeff${xml}`, 'utf16le')]) {
      const { rows } = await readAll(xlsxOf({ parts: { 'xl/worksheets/sheet1.xml': part } }));
      expect(rows).toEqual([{ row: 2, cells: ['甲'] }]);
    }
  });
});

describe('what a workbook says about itself', () => {
  const core = (author: string) => ({
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:creator>${author}</dc:creator></cp:coreProperties>`,
  });

  test.each([
    ['an author with a mobile number', { parts: core('王某 13812345678') }],
    ['an author by e-mail', { parts: core('someone@example.com') }],
    [
      'a comment with an identity number',
      { parts: { 'xl/comments1.xml': '<comments><t>11010519491231002X</t></comments>' } },
    ],
    ['a sheet named after a number', { sheets: '<sheet name="13812345678" sheetId="1" r:id="s1"/>' }],
  ])('%s is a warning that names nothing', async (_, book: Workbook) => {
    const { findings } = await oneCell(textCell('B2', '乙'), book);
    expect(findings).toEqual([{ rule: 'file.personal-metadata', severity: 'warning' }]);
  });

  test('an author without personal data is none', async () => {
    expect((await oneCell(textCell('B2', '乙'), { parts: core('清和市财政局') })).findings).toEqual([]);
  });
});
