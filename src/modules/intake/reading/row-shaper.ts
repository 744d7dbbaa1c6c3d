/** Turns raw records into rows under a header, in batches, with a finding where the number of cells differs. */
import { FileRefused } from './file-refused.ts';
import type { FindingLog } from './finding-log.ts';
import type { Header } from './header.ts';
import type { ReadLimits } from './read-limits.ts';
import type { SourceRow } from './source-row.ts';
import { tidyCell } from './tidy-cell.ts';

/** A batch is handed out at this many characters even if it has few rows: a row may be a megabyte. */
const BATCH_CHARACTERS = 2 * 1024 * 1024;

/** Collects rows until a batch is full. Blank rows are skipped; numbering is the caller's. */
export class RowShaper {
  readonly #header: Header;
  readonly #limits: ReadLimits;
  readonly #findings: FindingLog;
  #batch: SourceRow[] = [];
  #characters = 0;
  #count = 0;

  constructor(header: Header, limits: ReadLimits, findings: FindingLog) {
    this.#header = header;
    this.#limits = limits;
    this.#findings = findings;
  }

  /** Rows taken so far, blank ones not counted. */
  get count(): number {
    return this.#count;
  }

  /** Whether the collected rows should be handed out now. */
  get full(): boolean {
    return this.#batch.length >= this.#limits.batchRows || this.#characters >= BATCH_CHARACTERS;
  }

  /** Adds to the weight of the batch, in characters. */
  weigh(characters: number): void {
    this.#characters += characters;
  }

  /** The collected rows, which are then forgotten here. */
  drain(): SourceRow[] {
    const batch = this.#batch;
    this.#batch = [];
    this.#characters = 0;
    return batch;
  }

  /**
   * Takes one record; `cells` is changed in place (no copy of six million cells a second).
   * `exact` = every record must have as many cells as the header (CSV); else missing cells are simply empty.
   * `lastAndOpen` = the file ends inside this record's line, so that missing cells mean it was cut off.
   * @throws FileRefused file.too-many-rows
   */
  take(row: number, cells: string[], exact: boolean, lastAndOpen = false): void {
    let last = -1;
    for (let index = 0; index < cells.length; index++) {
      const tidy = tidyCell(cells[index] as string);
      cells[index] = tidy;
      if (tidy !== '') last = index;
    }
    if (last < 0) return;
    this.#count++;
    if (this.#count > this.#limits.maxRows) {
      throw new FileRefused('file.too-many-rows', { limit: this.#limits.maxRows });
    }
    const { width, keep } = this.#header;
    const written = cells.length;
    // More cells that are all blank are no fault: separators left at the end of a line shift nothing.
    const short = exact && written < width;
    if (short || last >= width) {
      const params = { expected: width, count: short ? written : last + 1 };
      this.#findings.add(short && lastAndOpen ? 'row.cut-off' : 'row.cell-count', { row }, params);
    }
    if (written > width) cells.length = width;
    while (cells.length < width) cells.push('');
    this.#batch.push({
      row,
      cells: keep === undefined ? cells : keep.map((index) => cells[index] as string),
    });
  }
}
