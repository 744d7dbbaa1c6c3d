/** Cuts CSV text into records with PapaParse, fed piece by piece, so that memory stays flat whatever the file holds. */
import Papa from 'papaparse';
import { type CsvDialect, findDialect, refuseLongHeader } from './csv-dialect.ts';
import { FileRefused } from './file-refused.ts';
import type { ReadLimits } from './read-limits.ts';

/** Records that one piece of text completed. */
export interface CsvRecords {
  /** Record number of the first one; a quoted line break does not count, a blank line does. */
  first: number;
  records: string[][];
  /** Numbers of records in which a quote stands where none may. */
  strayQuotes: readonly number[];
  /** Whether the file ends inside the last record's line, without a line end. */
  open: boolean;
  /** Characters of text that went into these records (about). */
  characters: number;
}

/** Fewer characters wait for more. Larger feeds than a piece are slower: what they make outlives the processor's cache. */
const FEED = 16 * 1024;

/**
 * PapaParse looks at all white space before the next separator for each stray quote: a few are a clerk's mistake,
 * hundreds in one piece would only cost time.
 */
const MAX_STRAY_QUOTES = 200;

interface PapaResult {
  data: string[][];
  errors: { code: string; row: number }[];
  meta: { cursor: number };
}

/**
 * Yields the records of a CSV text.
 * @throws FileRefused file.unclosed-quote, file.stray-quotes, file.line-too-long, file.too-many-columns
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  limits: ReadLimits,
): AsyncGenerator<CsvRecords> {
  let dialect: CsvDialect | undefined;
  let parser: Papa.Parser | undefined;
  let waiting = '';
  let row = 1;

  const parse = (last: boolean): CsvRecords => {
    dialect ??= findDialect(waiting, last) as CsvDialect;
    parser ??= new Papa.Parser({ ...dialect, quoteChar: '"' });
    const result = parser.parse(waiting, 0, !last) as PapaResult;
    const strayQuotes = judgeQuotes(result, row, last, dialect.newline);
    const found = { first: row, records: result.data, strayQuotes, open: last, characters: waiting.length };
    row += result.data.length;
    waiting = last ? '' : waiting.slice(result.meta.cursor);
    return found;
  };

  for await (const piece of text) {
    waiting += piece;
    if (waiting.length < FEED) continue;
    if (dialect === undefined && findDialect(waiting, false) === undefined) {
      if (tooLong(waiting, limits)) refuseLongHeader(waiting, limits);
      continue;
    }
    const found = parse(false);
    if (found.records.length > 0) yield found;
    if (tooLong(waiting, limits)) refuseLongRecord(waiting, row, limits);
  }
  waiting = withoutEndBlanks(waiting);
  if (waiting !== '') yield parse(true);
}

/** PapaParse takes a quote before blanks at the very end of a file for a stray one. */
function withoutEndBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\r')) end--;
  return text.slice(0, end);
}

/** A stray quote in a record of several lines has most likely swallowed rows: then nothing after it is sure. */
function judgeQuotes(result: PapaResult, first: number, last: boolean, newline: string): number[] {
  const { errors, data } = result;
  if (errors.length > MAX_STRAY_QUOTES) {
    throw new FileRefused('file.stray-quotes', { row: first + (errors[0]?.row ?? 0), count: errors.length });
  }
  const stray = new Set<number>();
  for (const { code, row } of errors) {
    const record = data[row];
    // The record is not complete yet and will be parsed again, with the next piece.
    if (record === undefined && !last) continue;
    if (code === 'MissingQuotes' || record?.some((cell) => cell.includes(newline))) {
      throw new FileRefused('file.unclosed-quote', { row: first + row });
    }
    stray.add(first + row);
  }
  return [...stray];
}

function refuseLongRecord(text: string, row: number, limits: ReadLimits): never {
  if (/[\r\n]/.test(text)) throw new FileRefused('file.unclosed-quote', { row });
  throw new FileRefused('file.line-too-long', { row, limit: limits.maxLineBytes });
}

function tooLong(text: string, limits: ReadLimits): boolean {
  // No character takes more than three bytes of UTF-8 a UTF-16 unit.
  return text.length * 3 > limits.maxLineBytes && new TextEncoder().encode(text).length > limits.maxLineBytes;
}
