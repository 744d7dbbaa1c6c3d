/** Collects the rows of a sheet from its XML events: sparse rows are filled, numbering is the spreadsheet's own. */
import { FileRefused } from '../file-refused.ts';
import { columnLetters } from '../header.ts';
import type { ReadLimits } from '../read-limits.ts';
import { type CellContext, cellText, type RawCell } from './cell-value.ts';
import { CellText } from './shared-text.ts';
import type { XmlHandlers } from './xml-events.ts';

/** A sheet has no more rows and columns (ECMA-376, and every spreadsheet). */
const MAX_ROW = 1_048_576;
const MAX_COLUMN = 16_384;

/** Receives each row that has content: its number, its cells up to the last one with content. */
export type TakeRow = (row: number, cells: string[], characters: number) => void;

/** Handlers for a sheet part; merged cells are reported through `mergedAt` (after all rows, as the format orders it). */
export class SheetRows implements XmlHandlers {
  readonly #context: CellContext;
  readonly #limits: ReadLimits;
  readonly #take: TakeRow;
  readonly #mergedAt: (row: number) => void;
  readonly #inline = new CellText();
  /** Titles for findings; empty until the header is read. */
  names: readonly string[] = [];
  #row = 0;
  #column = -1;
  #cells: string[] = [];
  #characters = 0;
  #cell: RawCell | undefined;
  #inValue = false;

  constructor(context: CellContext, limits: ReadLimits, take: TakeRow, mergedAt: (row: number) => void) {
    this.#context = context;
    this.#limits = limits;
    this.#take = take;
    this.#mergedAt = mergedAt;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#inValue = this.#cell !== undefined;
    else if (name === 'f' && this.#cell !== undefined) this.#cell.formula = true;
    else if (name === 'row') this.#openRow(attributes.r);
    else if (name === 'mergeCell') this.#merged(attributes.ref ?? '');
    else this.#inline.open(name);
  }

  close(name: string): void {
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') {
      if (this.#cells.length > 0) this.#take(this.#row, this.#cells, this.#characters);
    } else this.#inline.close(name);
  }

  text(text: string): void {
    if (this.#cell === undefined) return;
    if (!this.#inValue) this.#inline.add(text, this.#limits);
    else if (this.#cell.value.length + text.length <= this.#limits.maxLineBytes) this.#cell.value += text;
    else this.#refuseLength();
  }

  #openRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number);
    if (!Number.isInteger(row) || row <= this.#row || row > MAX_ROW)
      throw new FileRefused('file.xlsx-broken');
    this.#row = row;
    this.#column = -1;
    this.#cells = [];
    this.#characters = 0;
  }

  #openCell(attributes: Record<string, string>): void {
    const column = attributes.r === undefined ? this.#column + 1 : columnOf(attributes.r);
    if (column <= this.#column || column >= MAX_COLUMN) throw new FileRefused('file.xlsx-broken');
    this.#column = column;
    this.#cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', formula: false };
  }

  #closeCell(): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (cell === undefined) return;
    if (cell.type === 'inlineStr') cell.value = this.#inline.take();
    if (cell.value === '' && !cell.formula) return;
    const column = this.names[this.#column] ?? columnLetters(this.#column);
    const text = cellText(cell, this.#context, { row: this.#row, column });
    if (text === '') return;
    this.#characters += text.length;
    if (this.#characters > this.#limits.maxLineBytes) this.#refuseLength();
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells.push(text);
  }

  /** B3:B5 leaves rows 4 and 5 without their value; A1:F1, a title over the header, does no harm to data. */
  #merged(reference: string): void {
    const rows = reference.split(':').map((cell) => Number(/\d+$/.exec(cell)?.[0] ?? Number.NaN));
    if (Number.isInteger(rows[0])) this.#mergedAt(rows[0] as number);
  }

  #refuseLength(): never {
    throw new FileRefused('file.line-too-long', { row: this.#row, limit: this.#limits.maxLineBytes });
  }
}

/** 'AB12' → 27; -1 = no reference. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
    if (column > MAX_COLUMN) break;
  }
  return column - 1;
}
