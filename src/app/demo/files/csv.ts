// Writes CSV as departments export it (RFC 4180 with CRLF), in UTF-8 with a byte order mark or in GB18030.

import type { RowValues } from '../row.ts';
import type { DemoItem, FurtherItem } from '../supply.ts';
import { type Column, cellsOf, columnsOf, headerOf } from './columns.ts';

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line with its line end. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/**
 * The text of a file line by line, header first; nothing is guarded, so that faults arrive as they are.
 * Formula guards belong to what the platform gives out.
 */
export function* writeCsv(
  item: DemoItem | FurtherItem,
  rows: Iterable<RowValues>,
  options: { readonly header?: 'names' | 'codes'; readonly columns?: readonly Column[] } = {},
): Generator<string> {
  const columns = options.columns ?? columnsOf(item);
  yield csvLine(headerOf(columns, options.header ?? 'names'));
  for (const values of rows) yield csvLine(cellsOf(columns, values));
}
