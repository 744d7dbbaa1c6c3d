/** Judges the header row and says which cells of each row are wanted. */
import { FileRefused } from './file-refused.ts';
import type { SourceRow } from './source-row.ts';
import { tidyCell } from './tidy-cell.ts';

/** Titles of the columns that the findings file adds; they are left out when the mended file comes back. */
export const ADDED_COLUMNS = { zh: ['校验结果', '校验问题'], en: ['Result', 'Findings'] } as const;

/** The wanted columns of a file. */
export interface Header {
  /** Titles in the file's order. */
  names: readonly string[];
  /** Cells up to the last titled one. */
  width: number;
  /** Places of the wanted cells where some are left out; undefined = all up to `width`. */
  keep: readonly number[] | undefined;
}

/** The rows of a file once its header is known. */
export interface HeaderAndRows {
  header: Header;
  rows: AsyncGenerator<SourceRow[]>;
}

/**
 * Reads the header row. Blank titles at the end are dropped.
 * @throws FileRefused header.blank, header.duplicate, file.too-many-columns
 */
export function readHeader(raw: readonly string[], row: number, maxColumns: number): Header {
  // Cells cut from a parsed piece would keep the whole piece in memory: the header lives as long as the reading.
  const titles = JSON.parse(JSON.stringify(raw.map(tidyCell))) as string[];
  while (titles.at(-1) === '') titles.pop();
  if (titles.length > maxColumns) throw new FileRefused('file.too-many-columns', { limit: maxColumns });
  const blank = titles.indexOf('');
  if (blank >= 0) throw new FileRefused('header.blank', { column: columnLetters(blank), row });
  const added = addedColumnsAt(titles);
  const keep = titles.map((_, index) => index).filter((index) => !added.includes(index));
  const names = keep.map((index) => titles[index] ?? '');
  const doubled = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  if (doubled.size > 0)
    throw new FileRefused('header.duplicate', { names: [...doubled].map(shortened).join('、'), row });
  return { names, width: titles.length, keep: added.length > 0 ? keep : undefined };
}

/** Spreadsheet letters of a column, counted from 0: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The added pair stands side by side in the file we wrote; a lone column of such a name is the submitter's own. */
function addedColumnsAt(titles: readonly string[]): number[] {
  for (const [result, findings] of Object.values(ADDED_COLUMNS)) {
    const at = titles.findIndex((title, index) => title === result && titles[index + 1] === findings);
    if (at >= 0) return [at, at + 1];
  }
  return [];
}

function shortened(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
