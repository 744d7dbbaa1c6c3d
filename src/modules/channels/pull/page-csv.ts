/** Writes a page as the file that the unit would have handed in itself: CSV with the item's field codes as header. */
import type { SourceRow } from '../../../platform/source-database/index.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: a database may hold them, a text file may not.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

function cellOf(value: string | null): string {
  // The sign for what could not be read: the row checks see it, and the other rows of the page are not lost with it.
  const text = (value ?? '').replace(CONTROL, '\ufffd');
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The file's pieces. */
export function* pageCsv(codes: readonly string[], rows: readonly SourceRow[]): Generator<Buffer> {
  yield Buffer.from(`${codes.map(cellOf).join(',')}\r\n`);
  for (const [, ...cells] of rows) yield Buffer.from(`${cells.map(cellOf).join(',')}\r\n`);
}
