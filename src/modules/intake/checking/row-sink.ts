/** Collects the findings of one row after another without making anything for a row that has none. */
import type { Finding, FindingParams } from './finding.ts';
import { ROW_RULES, type RowRule } from './rules.ts';

/** A column as findings name it. */
export interface Place {
  /** The header's name; the field's Chinese name where the file has no such column. */
  readonly name: string;
  readonly field: string;
}

/** Cells over all rows of a file: asked for by the data standard and empty among those, read and empty among those. */
export interface CellCounts {
  due: number;
  missing: number;
  read: number;
  blank: number;
}

const NONE: readonly Finding[] = Object.freeze([]);

/** The findings of the row at hand. */
export class RowSink {
  row = 0;
  errors = 0;
  readonly cells: CellCounts = { due: 0, missing: 0, read: 0, blank: 0 };
  #list: Finding[] | undefined;

  begin(row: number): void {
    this.row = row;
    this.errors = 0;
    this.#list = undefined;
  }

  add(rule: RowRule, place: Place | undefined, params?: FindingParams): void {
    const { severity } = ROW_RULES[rule];
    if (severity === 'error') this.errors++;
    this.#list ??= [];
    this.#list.push({
      rule,
      severity,
      row: this.row,
      ...(place === undefined ? {} : { column: place.name, field: place.field }),
      ...(params === undefined ? {} : { params }),
    });
  }

  /** Hands the findings over; the next row begins a list of its own. */
  get findings(): readonly Finding[] {
    return this.#list ?? NONE;
  }
}
