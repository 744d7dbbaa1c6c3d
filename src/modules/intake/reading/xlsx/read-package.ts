/** Reads the data sheet of an opened package into rows under its header, in one pass and flat memory. */
import type { FindingLog } from '../finding-log.ts';
import { type Header, type HeaderAndRows, readHeader } from '../header.ts';
import type { ReadLimits } from '../read-limits.ts';
import { RowShaper } from '../row-shaper.ts';
import type { SourceRow } from '../source-row.ts';
import { readNumberFormats } from './number-formats.ts';
import { hasPersonalMetadata } from './package-metadata.ts';
import type { PackageParts } from './package-parts.ts';
import { readSharedText } from './shared-text.ts';
import { SheetRows } from './sheet-rows.ts';
import { readWorkbook, type Workbook } from './workbook.ts';
import { xmlEvents } from './xml-events.ts';

/**
 * Reads up to the header and hands on the rest lazily; undefined = the sheet is blank. Closes the package at its end.
 * @throws FileRefused file.…, header.…
 */
export async function readPackage(
  zip: PackageParts,
  limits: ReadLimits,
  findings: FindingLog,
): Promise<HeaderAndRows | undefined> {
  try {
    const workbook = await readWorkbook(zip);
    if (await hasPersonalMetadata(zip, workbook.sheetName)) findings.add('file.personal-metadata', {});
    const sharedText = await readSharedText(zip, workbook.sharedTextPart, limits);
    const formats = await readNumberFormats(zip, workbook.stylesPart);
    const sheet = new Sheet(
      zip,
      workbook,
      { sharedText, formats, from1904: workbook.from1904, findings },
      limits,
    );
    const header = await sheet.header();
    if (header === undefined) zip.close();
    return header === undefined ? undefined : { header, rows: sheet.rows() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** One pass over the sheet: first to its header, then over its rows. */
class Sheet {
  readonly #zip: PackageParts;
  readonly #events: AsyncGenerator<void>;
  readonly #workbook: Workbook;
  readonly #findings: FindingLog;
  #header: Header | undefined;
  #shaper: RowShaper | undefined;
  #headerRow = 0;
  #merged = 0;

  constructor(
    zip: PackageParts,
    workbook: Workbook,
    context: ConstructorParameters<typeof SheetRows>[0],
    limits: ReadLimits,
  ) {
    this.#zip = zip;
    this.#workbook = workbook;
    this.#findings = context.findings;
    const handlers = new SheetRows(
      context,
      limits,
      (row, cells, characters) => {
        if (this.#shaper !== undefined) {
          this.#shaper.weigh(characters);
          this.#shaper.take(row, cells, false);
        } else if (cells.some((cell) => cell.trim() !== '')) {
          this.#header = readHeader(cells, row, limits.maxColumns);
          this.#headerRow = row;
          this.#shaper = new RowShaper(this.#header, limits, context.findings);
          handlers.names = cells.map((cell) => cell.trim());
        }
      },
      (row) => {
        if (row > this.#headerRow && this.#merged++ === 0)
          context.findings.add('sheet.merged-cells', { row });
      },
    );
    this.#events = xmlEvents(zip.bytes(workbook.sheetPart), handlers);
  }

  async header(): Promise<Header | undefined> {
    while (this.#header === undefined && !(await this.#events.next()).done);
    return this.#header;
  }

  async *rows(): AsyncGenerator<SourceRow[]> {
    const shaper = this.#shaper as RowShaper;
    const { sheetName: sheet, otherSheets: count } = this.#workbook;
    if (count > 0) this.#findings.add('sheet.others-unread', {}, { sheet, count });
    try {
      do {
        if (shaper.full) yield shaper.drain();
      } while (!(await this.#events.next()).done);
      yield shaper.drain();
    } finally {
      await this.#events.return(undefined);
      this.#zip.close();
    }
  }
}
