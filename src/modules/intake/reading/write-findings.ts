/** Streams the submitted rows back with two columns added, so that an officer mends the file and hands it in again. */
import { Readable } from 'node:stream';
import { ADDED_COLUMNS } from './header.ts';
import type { OutputRow } from './output-row.ts';
import { csvText } from './write-csv.ts';
import { xlsxStream } from './xlsx/write-xlsx.ts';

/** A submitted row with its outcome in words. */
export interface JudgedRow {
  /** The row's number in the submitted file: XLSX keeps it; CSV keeps it as long as rows come in order. */
  row: number;
  cells: readonly string[];
  /** Short outcome, e.g. 已接收 / rejected. */
  result: string;
  /** The findings as sentences; '' = none. */
  findings: string;
}

/** What the findings file is made of. */
export interface FindingsFile {
  format: 'csv' | 'xlsx';
  language: 'zh' | 'en';
  header: readonly string[];
  /** In ascending order of `row`; asked for as fast as the output is taken. */
  rows: AsyncIterable<readonly JudgedRow[]>;
}

/** Media types of the two formats. */
export const FINDINGS_MEDIA_TYPE = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/**
 * The file as bytes: CSV in UTF-8 with a byte order mark (Excel asks for it), or XLSX with every cell as text, in flat
 * memory. Text that a spreadsheet would run as a formula is guarded in both; reading takes the guard off again and
 * leaves out the two columns. An error of `rows` destroys the stream with it.
 */
export function writeFindings(file: FindingsFile): Readable {
  const rows = outputRows(file);
  return file.format === 'csv' ? Readable.from(csvText(rows), { objectMode: false }) : xlsxStream(rows);
}

/** Header and rows in batches; where a row's number would not ascend, the next free one is taken. */
async function* outputRows({ header, language, rows }: FindingsFile): AsyncGenerator<OutputRow[]> {
  yield [{ row: 1, cells: [...header, ...ADDED_COLUMNS[language]] }];
  let last = 1;
  for await (const batch of rows) {
    yield batch.map(({ row, cells, result, findings }) => {
      last = Math.max(row, last + 1);
      return { row: last, cells: [...cells, result, findings] };
    });
  }
}
