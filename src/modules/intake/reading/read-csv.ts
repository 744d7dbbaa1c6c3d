/** Reads a CSV file in any accepted encoding into rows under its header. */
import { type CsvRecords, csvRecords } from './csv-records.ts';
import type { FindingLog } from './finding-log.ts';
import { type HeaderAndRows, readHeader } from './header.ts';
import type { ReadLimits } from './read-limits.ts';
import { RowShaper } from './row-shaper.ts';
import type { SourceRow } from './source-row.ts';

/**
 * Reads up to the header and hands on the rest lazily; undefined = the text is blank.
 * @throws FileRefused header.…, file.…
 */
export async function readCsv(
  text: AsyncIterable<string>,
  limits: ReadLimits,
  findings: FindingLog,
): Promise<HeaderAndRows | undefined> {
  const pieces = csvRecords(text, limits);
  for (;;) {
    const { value: piece, done } = await pieces.next();
    if (done) return undefined;
    const at = piece.records.findIndex((record) => record.some((cell) => cell.trim() !== ''));
    if (at < 0) continue;
    const header = readHeader(piece.records[at] as string[], piece.first + at, limits.maxColumns);
    const rest = { ...piece, first: piece.first + at + 1, records: piece.records.slice(at + 1) };
    return { header, rows: csvRows(rest, pieces, new RowShaper(header, limits, findings), findings) };
  }
}

async function* csvRows(
  first: CsvRecords,
  others: AsyncGenerator<CsvRecords>,
  shaper: RowShaper,
  findings: FindingLog,
): AsyncGenerator<SourceRow[]> {
  try {
    for (let piece: CsvRecords | undefined = first; piece; piece = (await others.next()).value) {
      for (const row of piece.strayQuotes) findings.add('row.stray-quote', { row });
      const end = piece.records.length - 1;
      for (let index = 0; index <= end; index++) {
        const open = piece.open && index === end;
        shaper.take(piece.first + index, piece.records[index] as string[], true, open);
        if (shaper.full) yield shaper.drain();
      }
      shaper.weigh(piece.characters);
    }
    yield shaper.drain();
  } finally {
    // Also when the reader stops early: the decrypting stream behind must be let go.
    await others.return(undefined);
  }
}
