/** Opens a submitted file of any accepted format as rows of text: the one door for reading. */
import { FileRefused } from './file-refused.ts';
import { FindingLog } from './finding-log.ts';
import type { HeaderAndRows } from './header.ts';
import { readCsv } from './read-csv.ts';
import { readJson } from './read-json.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.ts';
import { recogniseFormat } from './recognise-format.ts';
import type { ByteSource, RowReader, SourceEncoding, SourceRow } from './source-row.ts';
import { decodeText, findTextEncoding } from './text-encoding.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';

/**
 * Opens a file: recognises format and encoding, reads the header and the first rows.
 * Faults of the whole file are thrown as `FileRefused`, here or while the rows are read (a fault may lie near the end,
 * so nothing may be kept for good before all rows were read). Errors of the source itself pass through unchanged.
 */
export async function openRows(source: ByteSource, limits?: Partial<ReadLimits>): Promise<RowReader> {
  const bounds = { ...DEFAULT_READ_LIMITS, ...limits };
  const findings = new FindingLog();
  const { opened, encoding } = await openByFormat(source, bounds, findings);
  if (opened === undefined) throw new FileRefused('file.empty');
  const { header, rows } = opened;
  const start = await firstBatch(rows);
  return {
    header: header.names,
    encoding,
    rows: allRows(start, rows, findings),
    findings: findings.list,
    close: async () => void (await rows.return(undefined)),
  };
}

async function openByFormat(
  source: ByteSource,
  limits: ReadLimits,
  findings: FindingLog,
): Promise<{ opened: HeaderAndRows | undefined; encoding: SourceEncoding }> {
  const format = await recogniseFormat(source);
  if (format === 'xlsx') return { opened: await readXlsx(source, limits, findings), encoding: 'xlsx' };
  const encoding = await findTextEncoding(source);
  const text = decodeText(source, encoding);
  if (format === 'csv') return { opened: await readCsv(text, limits, findings), encoding };
  return { opened: await readJson(text, limits, findings), encoding: 'json' };
}

/** Pulled while opening, so that a file without rows is refused before anyone counts on it. */
async function firstBatch(rows: AsyncGenerator<SourceRow[]>): Promise<SourceRow[]> {
  for (;;) {
    const { value, done } = await rows.next();
    if (done) throw new FileRefused('file.no-rows');
    if (value.length > 0) return value;
  }
}

async function* allRows(
  start: SourceRow[],
  rest: AsyncGenerator<SourceRow[]>,
  findings: FindingLog,
): AsyncGenerator<SourceRow[]> {
  yield start;
  for await (const batch of rest) if (batch.length > 0) yield batch;
  findings.end();
}
