/** Finds a person's number or e-mail address that begins in one free text and ends in the next, where neither shows it alone. */
import { isDigitCharacter } from '../../../kernel/digit-runs.ts';
import { findSplitData } from '../../../kernel/personal-data.ts';
import { isFreeText } from './cell-text.ts';
import type { RowSink } from './row-sink.ts';
import type { Layout, RowView } from './row-view.ts';

/** The rule for the columns of one file; `slots` in the order of its header. */
export function splitNumberRule(
  layout: Layout,
  slots: readonly number[],
): (view: RowView, sink: RowSink) => void {
  const free = slots.filter((slot) => {
    const field = layout.fields[slot];
    return field !== undefined && isFreeText(field);
  });
  return (view, sink) => {
    for (let at = 0; at + 1 < free.length; at++) {
      const left = view.raw[free[at] as number] as string;
      const right = view.raw[free[at + 1] as number] as string;
      if (!mayBeSplit(left, right)) continue;
      if (findSplitData([left, right]).length > 0)
        sink.add('text.personal-number-split', layout.places[free[at] as number]);
    }
  };
}

/** A cheap look before the closer one: digits at both sides of the border, or the sign of an e-mail address at one. */
function mayBeSplit(left: string, right: string): boolean {
  const end = left.slice(-2);
  const start = right.charAt(0);
  if (/[@＠]$/.test(end) || /^[@＠]/.test(start)) return true;
  // A hyphen may end the first half.
  return [...end].some(isDigitCharacter) && (isDigitCharacter(start) || /[xXｘＸ]/.test(start));
}
