/** Judges a cell whose values come from a code list. */
import { findInList, splitListed } from '../../../kernel/code-list.ts';
import type { ItemList } from '../../catalogue/pure.ts';
import { remember } from './remember.ts';
import type { Place, RowSink } from './row-sink.ts';
import type { RowRule } from './rules.ts';

/** Between the values of a field that may hold several. */
export const LISTED = ';';

/** The entries as the list writes them (其他-note with its note), parted by semicolons; others are findings. */
export function listCheck(
  list: ItemList,
  place: Place,
  multiple: boolean,
): (text: string, sink: RowSink) => string {
  const values = list.values.join('、');
  const read = remember((text): { value: string } | { rule: RowRule } => {
    const parts = multiple ? splitListed(text) : [text];
    const kept: string[] = [];
    for (const part of parts) {
      const found = findInList(list, part);
      if (found === undefined) return { rule: /^其他\s*[-－—]*$/.test(part) ? 'list.other' : 'list.value' };
      const value = found.note === undefined ? found.value : `其他-${found.note}`;
      if (!kept.includes(value)) kept.push(value);
    }
    return { value: kept.join(LISTED) };
  });
  return (text, sink) => {
    const found = read(text);
    if ('value' in found) return found.value;
    sink.add(found.rule, place, found.rule === 'list.value' ? { values } : undefined);
    return '';
  };
}
