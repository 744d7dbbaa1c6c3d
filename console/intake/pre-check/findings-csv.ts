/** The pre-check's findings as a CSV file that spreadsheets open. */
import type { FindingAnswer } from '../answers.ts';

/** A cell in quotes; text that a spreadsheet would run gets an apostrophe (OWASP, CSV injection). */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const guarded = typeof value === 'string' && /^\s*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/** One line a finding under `header`; UTF-8 with the mark that Excel asks for. */
export function findingsCsv(header: readonly string[], findings: readonly FindingAnswer[]): Blob {
  const lines = [
    header,
    ...findings.map(({ row, column, field, severity, message, advice, rule }) => [
      row,
      column,
      field,
      severity,
      message,
      advice,
      rule,
    ]),
  ];
  const text = lines.map((line) => line.map(cell).join(',')).join('\r\n');
  return new Blob(['\ufeff', text, '\r\n'], { type: 'text/csv;charset=utf-8' });
}
