/** Finds empty cells that must be filled, always or because another cell says so. */
import type { ItemDefinition } from '../../catalogue/pure.ts';
import type { RowSink } from './row-sink.ts';
import type { Layout, RowView } from './row-view.ts';

type RequiredCheck = (row: RowView, sink: RowSink) => void;

/** The checks of a definition; the party's code is left to the party rule, which knows older numbers. */
export function requiredChecks(definition: ItemDefinition, layout: Layout): RequiredCheck[] {
  const checks: RequiredCheck[] = [];
  definition.fields.forEach((field, slot) => {
    if (field.required === 'no' || field.drop !== undefined || field.code === definition.subject.uscc) return;
    const place = layout.places[slot];
    if (field.required === 'yes') {
      checks.push((row, sink) => {
        sink.cells.due++;
        if (row.raw[slot] !== '') return;
        sink.cells.missing++;
        sink.add('required', place);
      });
      return;
    }
    const { includes } = field.required;
    const other = layout.slotOf(field.required.field);
    const otherName = layout.places[other]?.name ?? field.required.field;
    checks.push((row, sink) => {
      const found = row.value[other];
      if (found === undefined || found === '') return;
      const cause = includes.find((text) => found.includes(text));
      if (cause === undefined) return;
      sink.cells.due++;
      if (row.raw[slot] !== '') return;
      sink.cells.missing++;
      sink.add('required.when', place, { other: otherName, value: cause });
    });
  });
  return checks;
}
