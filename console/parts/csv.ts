/** CSV files that spreadsheets open. */

/** A cell in quotes; text that a spreadsheet would run gets an apostrophe (OWASP, CSV injection). */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const guarded = typeof value === 'string' && /^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** The header and one line a row; UTF-8 with the mark that Excel asks for. */
export function csvOf(lines: readonly (readonly (string | number | null)[])[]): Blob {
  const text = lines.map((line) => line.map(cell).join(',')).join('\r\n');
  return new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv;charset=utf-8' });
}
