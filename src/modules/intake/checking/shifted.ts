/** Guesses whether the cells of a faulty row stand one place too far to the left or right. */

import { isUscc } from '../../../kernel/uscc.ts';
import type { ItemDefinition } from '../../catalogue/pure.ts';
import { readAmount } from './cell-amount.ts';
import { readDate } from './cell-date.ts';
import type { MatchedColumn } from './match-header.ts';
import type { RowSink } from './row-sink.ts';

interface Typed {
  readonly index: number;
  readonly name: string;
  fits(text: string): boolean;
}

/** How many typed cells must be wrong in place and right one place off. */
const ENOUGH = 2;

/** Builds the guess; it is asked only of rows with two errors or more. */
export function shiftGuess(
  definition: ItemDefinition,
  columns: readonly MatchedColumn[],
): (cells: readonly string[], sink: RowSink) => void {
  const typed: Typed[] = [];
  for (const { index, name, field, drop } of columns) {
    const type = definition.fields.find((entry) => entry.code === field)?.type;
    if (drop || type === undefined || type === 'text' || type === 'code') continue;
    typed.push({ index, name, fits: fitOf(type) });
  }
  return (cells, sink) => {
    const wrong = typed.filter(
      ({ index, fits }) => (cells[index] ?? '') !== '' && !fits((cells[index] ?? '').trim()),
    );
    if (wrong.length < ENOUGH) return;
    for (const step of [1, -1]) {
      const right = wrong.filter(({ index, fits }) => fits((cells[index + step] ?? '').trim()));
      const first = right[0];
      if (first !== undefined && right.length >= ENOUGH && right.length * 2 > wrong.length) {
        sink.add('row.shifted', undefined, { name: first.name });
        return;
      }
    }
  };
}

function fitOf(type: 'uscc' | 'date' | 'amount'): (text: string) => boolean {
  if (type === 'uscc') return (text) => isUscc(text.toUpperCase());
  if (type === 'date') return (text) => readDate(text) !== '';
  return (text) => text !== '' && 'value' in readAmount(text);
}
