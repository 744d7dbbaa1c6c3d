/** One pass over a submitted file: read from the encrypted store and checked row by row, in batches. */
import type { Platform } from '../../platform/index.ts';
import type { ItemDefinition } from '../catalogue/index.ts';
import { compileRowCheck, type RowCheck } from './checking/compile-check.ts';
import type { CheckContext } from './checking/context.ts';
import type { CheckedRow, Finding } from './checking/finding.ts';
import { headerNames, matchHeader, normaliseHeader } from './checking/match-header.ts';
import type { CellCounts } from './checking/row-sink.ts';
import { HeaderRefused } from './header-refused.ts';
import { FileRefused } from './reading/file-refused.ts';
import { openRows } from './reading/read-rows.ts';
import type { ReadFinding, SourceEncoding, SourceRow } from './reading/source-row.ts';

/** A row with everything that reading and checking have to say of it. */
export interface PassedRow {
  source: SourceRow;
  checked: CheckedRow;
  /** What reading found in this row; an error rejects it whatever the checks say. */
  reading: readonly ReadFinding[];
  /** ok: may be staged. */
  outcome: CheckedRow['outcome'];
}

/** A file opened for one pass. */
export interface CheckedRows {
  header: readonly string[];
  encoding: SourceEncoding;
  /** An error among these means that the file can't be read as this item at all. */
  headerFindings: readonly Finding[];
  /** What reading found that belongs to no row; fills while `batches` is read. */
  fileFindings: ReadFinding[];
  batches: AsyncIterable<PassedRow[]>;
  /** Over the batches read so far. */
  cells: Readonly<CellCounts>;
  close(): Promise<void>;
}

/** Opens the stored file for one pass. @throws FileRefused, here or while the batches are read */
export async function openCheckedRows(
  platform: Platform,
  file: { id: string; name: string; type: string | null },
  item: ItemDefinition,
  context: CheckContext,
): Promise<CheckedRows> {
  const reader = await platform.files.reader(file.id);
  try {
    const rows = await openRows({
      size: reader.size,
      stream: (from) => reader.stream(from),
      read: (offset, length) => reader.read(offset, length),
      fileName: file.name,
      ...(file.type === null ? {} : { declaredType: file.type }),
    });
    const { columns, findings: headerFindings } = matchHeader(item, rows.header);
    const check = compileRowCheck(item, columns, context);
    const fileFindings: ReadFinding[] = [];
    return {
      header: rows.header,
      encoding: rows.encoding,
      headerFindings,
      fileFindings,
      batches: passRows(rows, check, fileFindings),
      cells: check.counts,
      async close() {
        await rows.close();
        await reader.close();
      },
    };
  } catch (error) {
    await reader.close();
    throw isDataForHeader(error, item) ? new HeaderRefused([HEADER_NOT_FOUND]) : error;
  }
}

const HEADER_NOT_FOUND: Finding = { rule: 'header.not-found', severity: 'error' };

/** Doubled titles of which none is a field: a data row stands where the header should. */
function isDataForHeader(error: unknown, item: ItemDefinition): boolean {
  if (!(error instanceof FileRefused) || error.rule !== 'header.duplicate') return false;
  const known = headerNames(item);
  const names = String(error.params['names'] ?? '').split(/[、,，]/);
  return !names.some((name) => known.has(normaliseHeader(name)));
}

const NONE: readonly ReadFinding[] = [];

async function* passRows(
  rows: { rows: AsyncIterable<SourceRow[]>; findings: ReadFinding[] },
  check: RowCheck,
  fileFindings: ReadFinding[],
): AsyncGenerator<PassedRow[]> {
  for await (const batch of rows.rows) {
    const byRow = takeFindings(rows.findings, fileFindings);
    yield batch.map((source) => {
      const checked = check(source.row, source.cells);
      const reading = byRow?.get(source.row) ?? NONE;
      const broken = reading.some((finding) => finding.severity === 'error');
      return {
        source,
        checked,
        reading,
        outcome: broken && checked.outcome === 'ok' ? 'rejected' : checked.outcome,
      };
    });
  }
  takeFindings(rows.findings, fileFindings);
}

/** Empties the reader's list, so that memory stays flat; undefined when no row of the batch has any. */
function takeFindings(
  found: ReadFinding[],
  fileFindings: ReadFinding[],
): Map<number, ReadFinding[]> | undefined {
  if (found.length === 0) return undefined;
  const byRow = new Map<number, ReadFinding[]>();
  for (const finding of found.splice(0)) {
    if (finding.row === undefined) fileFindings.push(finding);
    else byRow.set(finding.row, [...(byRow.get(finding.row) ?? []), finding]);
  }
  return byRow;
}
