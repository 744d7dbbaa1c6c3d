/** Turns one cell of a sheet into text as a spreadsheet shows it, with findings where the file does not hold what was typed. */
import { FileRefused } from '../file-refused.ts';
import type { FindingLog } from '../finding-log.ts';
import { spreadsheetNumber } from '../plain-number.ts';
import { hasUnwantedCharacter, withoutUnwantedCharacters } from '../tidy-cell.ts';
import { dayNumberText } from './day-number.ts';
import { unescapeText } from './escaped-text.ts';
import { type NumberFormat, PLAIN } from './number-formats.ts';

/** A cell as the sheet's XML gives it. */
export interface RawCell {
  /** Attribute t: s shared text, inlineStr, str formula text, b truth value, e error, d ISO date, n or '' number. */
  type: string;
  /** Attribute s. */
  style: number;
  /** Content of v, or of is. */
  value: string;
  formula: boolean;
}

/** What the cells of a workbook have in common. */
export interface CellContext {
  sharedText: readonly string[];
  formats: readonly NumberFormat[];
  from1904: boolean;
  findings: FindingLog;
}

/** The cell's text; `at` says where findings point. */
export function cellText(cell: RawCell, context: CellContext, at: { row: number; column: string }): string {
  const { findings } = context;
  if (cell.formula)
    findings.add(cell.value === '' && cell.type !== 'str' ? 'cell.formula-no-value' : 'cell.formula', at);
  const text = plainText(cell, context, at);
  if (!hasUnwantedCharacter(text)) return text;
  findings.add('cell.control-character', at);
  return withoutUnwantedCharacters(text);
}

function sharedText(table: readonly string[], index: string): string {
  const text = table[Number(index)];
  if (text === undefined) throw new FileRefused('file.xlsx-broken');
  return text;
}

function plainText(cell: RawCell, context: CellContext, at: { row: number; column: string }): string {
  const { type, value } = cell;
  if (type === 's') return value === '' ? '' : sharedText(context.sharedText, value);
  if (type === 'inlineStr') return value;
  if (type === 'str') return unescapeText(value);
  if (value === '') return '';
  if (type === 'b') return value === '1' || value === 'true' ? 'true' : 'false';
  if (type === 'd') return value.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ');
  if (type === 'e') {
    context.findings.add('cell.error-value', at);
    return value;
  }
  const format = context.formats[cell.style] ?? PLAIN;
  const number = Number(value);
  if ((format.date || format.time) && Number.isFinite(number)) {
    const day = dayNumberText(number, format, context.from1904);
    if (day !== undefined) return day;
  }
  const { text, lossy } = spreadsheetNumber(value.trim());
  if (lossy) context.findings.add('cell.number-precision', at);
  return format.zeros > 0 && /^\d+$/.test(text) ? text.padStart(format.zeros, '0') : text;
}
