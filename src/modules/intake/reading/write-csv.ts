/** Writes rows as CSV (RFC 4180) with a byte order mark, formulas guarded. */
import { guardFormula } from './formula-guard.ts';
import type { OutputRow } from './output-row.ts';

/** So many blank lines at most keep the numbering of rows after a gap. */
const MAX_GAP = 1_000;

const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a text file may not hold them; reading refuses such a file.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** The file's text, a batch at a time; blank lines stand where the submitted file had them. */
export async function* csvText(rows: AsyncIterable<readonly OutputRow[]>): AsyncGenerator<string> {
  let next = 1;
  yield '\ufeff';
  for await (const batch of rows) {
    let text = '';
    for (const { row, cells } of batch) {
      const gap = row - next;
      if (gap > 0 && gap <= MAX_GAP) text += '\r\n'.repeat(gap);
      text += `${cells.map(csvCell).join(',')}\r\n`;
      next = row + 1;
    }
    if (text !== '') yield text;
  }
}

function csvCell(cell: string): string {
  const text = guardFormula(cell.replace(CONTROL, '').toWellFormed());
  return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
