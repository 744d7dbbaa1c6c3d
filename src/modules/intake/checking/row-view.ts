/** One row as the cross-field rules see it: raw text and checked value of every field by its slot. */
import type { FieldDefinition, ItemDefinition } from '../../catalogue/pure.ts';
import type { MatchedColumn } from './match-header.ts';
import type { Place } from './row-sink.ts';

/** Fields by slot (their place in the definition) with the place that findings name. */
export interface Layout {
  readonly fields: readonly FieldDefinition[];
  readonly places: readonly Place[];
  /** The slot of a field code; -1 when the definition has no such field. */
  slotOf(code: string | undefined): number;
}

/** The row at hand; both arrays are used again for the next row. */
export interface RowView {
  /** Trimmed text of the cell; '' where empty or absent. */
  readonly raw: string[];
  /** Value after its check; '' where empty or faulty. */
  readonly value: string[];
}

/** Lays the columns of a file out by the definition's fields. */
export function layOut(definition: ItemDefinition, columns: readonly MatchedColumn[]): Layout {
  const slots = new Map(definition.fields.map((field, slot) => [field.code, slot]));
  const names = new Map(columns.map((column) => [column.field, column.name]));
  return {
    fields: definition.fields,
    places: definition.fields.map((field) => ({
      name: names.get(field.code) ?? field.name.zh,
      field: field.code,
    })),
    slotOf: (code) => (code === undefined ? -1 : (slots.get(code) ?? -1)),
  };
}

/** The value at a slot, '' where there is no such field. */
export function valueAt(values: readonly string[], slot: number): string {
  return slot < 0 ? '' : (values[slot] ?? '');
}
