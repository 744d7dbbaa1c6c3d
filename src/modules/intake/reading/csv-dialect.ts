/** Finds a CSV file's separator and line end from its header line. */
import { FileRefused } from './file-refused.ts';
import type { ReadLimits } from './read-limits.ts';

/** How a CSV file separates cells and ends lines. */
export interface CsvDialect {
  delimiter: ',' | ';' | '\t';
  newline: '\n' | '\r';
}

const DELIMITERS = [',', ';', '\t'] as const;

/**
 * Judges by the first line that is not blank; undefined = `text` does not hold it to its end yet.
 * '\n' serves CRLF too, since cells are trimmed.
 */
export function findDialect(text: string, atEnd: boolean): CsvDialect | undefined {
  const counts = { ',': 0, ';': 0, '\t': 0 };
  let quoted = false;
  let blank = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign in counts) counts[sign as CsvDialect['delimiter']]++;
    else if (!quoted && (sign === '\n' || sign === '\r') && !blank) {
      if (sign === '\r' && at + 1 === text.length && !atEnd) return undefined;
      const newline = sign === '\r' && text[at + 1] !== '\n' ? '\r' : '\n';
      return { delimiter: mostUsed(counts), newline };
    }
    if (sign.trim() !== '') blank = false;
  }
  return atEnd ? { delimiter: mostUsed(counts), newline: '\n' } : undefined;
}

/**
 * Refuses a header line that does not end within the limit: by its columns if it has too many, else by its length.
 * @throws FileRefused file.too-many-columns, file.unclosed-quote, file.line-too-long
 */
export function refuseLongHeader(text: string, limits: ReadLimits): never {
  const separators = Math.max(...DELIMITERS.map((delimiter) => text.split(delimiter).length - 1));
  const lines = text.trimStart().split('\n').length;
  if (lines > 1) throw new FileRefused('file.unclosed-quote', { row: 1 });
  if (separators >= limits.maxColumns)
    throw new FileRefused('file.too-many-columns', { limit: limits.maxColumns });
  throw new FileRefused('file.line-too-long', { row: 1, limit: limits.maxLineBytes });
}

function mostUsed(counts: Record<CsvDialect['delimiter'], number>): CsvDialect['delimiter'] {
  return DELIMITERS.reduce((best, delimiter) => (counts[delimiter] > counts[best] ? delimiter : best));
}
