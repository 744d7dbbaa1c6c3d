/** Finds a person's number that begins in one free text and ends in the next, where neither shows it alone. */
import { findSplitNumbers } from '../../../kernel/personal-data.ts';
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
      if (!endsInDigit(left) || !startsWithDigit(right)) continue;
      if (findSplitNumbers([left, right]).length > 0)
        sink.add('text.personal-number-split', layout.places[free[at] as number]);
    }
  };
}

/** A cheap look before the regular expressions; digits of both widths. */
function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);
}

function endsInDigit(text: string): boolean {
  const last = text.length - 1;
  // A hyphen may end the first half.
  return last >= 0 && (isDigit(text.charCodeAt(last)) || isDigit(text.charCodeAt(last - 1)));
}

function startsWithDigit(text: string): boolean {
  const first = text.charCodeAt(0);
  return isDigit(first) || first === 0x58 || first === 0x78 || first === 0xff38 || first === 0xff58;
}
