/** CSV for people and programs: RFC 4180, and no cell that a spreadsheet would run. */
import { isFormula } from '../kernel/text.ts';

/** One cell; what looks like a formula gets an apostrophe in front (OWASP, CSV injection). */
export function csvCell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its end; null is an empty cell. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map((cell) => csvCell(cell === null ? '' : String(cell))).join(',')}\r\n`;
}

/** Lets spreadsheets see that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
