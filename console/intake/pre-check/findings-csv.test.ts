/** The download of the pre-check opens in a spreadsheet as what it is, and never comes alive there. */
import { expect, test } from 'vitest';
import { findingsCsv } from './findings-csv.ts';

test('quotes, guards formulas and bears the mark that spreadsheets ask for', async () => {
  const finding = {
    row: 2,
    column: '=HYPERLINK("http://x")',
    field: null,
    rule: 'required',
    severity: '错误',
    message: '写作 "A"，\n另起一行',
    advice: '',
  };
  const bytes = new Uint8Array(await findingsCsv(['行', '列'], [finding]).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe(
    '"行","列"\r\n"2","\'=HYPERLINK(""http://x"")","","错误","写作 ""A""，\n另起一行","","required"\r\n',
  );
});
