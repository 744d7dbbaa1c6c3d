/** The check of one cell, chosen by its field's type when a definition is compiled. */

import type { FieldDefinition, ItemList } from '../../catalogue/pure.ts';
import { amountCheck } from './cell-amount.ts';
import { dateCheck } from './cell-date.ts';
import { listCheck } from './cell-list.ts';
import { textCheck } from './cell-text.ts';
import { usccCheck } from './cell-uscc.ts';
import type { Place, RowSink } from './row-sink.ts';

/** Gives the value to keep, or '' when the cell is faulty; findings go to the sink. The text is trimmed, not empty. */
export type CellCheck = (text: string, sink: RowSink) => string;

/** The check for a field; `today` is the last day a date of an act may have. */
export function cellCheckFor(
  field: FieldDefinition,
  place: Place,
  lists: readonly ItemList[],
  today: string,
): CellCheck {
  switch (field.type) {
    case 'uscc':
      return usccCheck(place);
    case 'date':
      return dateCheck(field, place, today);
    case 'amount':
      return amountCheck(place);
    case 'code': {
      const list = lists.find((entry) => entry.id === field.list);
      if (list === undefined) throw new Error(`the code list ${field.list} of ${field.code} is not there`);
      return listCheck(list, place, field.multiple === true);
    }
    case 'text':
      return textCheck(field, place);
  }
}
