/** Judges a cell that should hold a date. */
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts';
import type { FieldDefinition } from '../../catalogue/pure.ts';
import { remember } from './remember.ts';
import type { Place, RowSink } from './row-sink.ts';

/** Days of acts, which can't lie in the future. */
const ACTS = ['decision-date', 'registration-date', 'conduct-end'];
const FOUNDING = '1949-10-01';
const MIDNIGHT = /[T\s]0{1,2}:00(?::00(?:\.0+)?)?Z?$/;

/** A date as a cell may spell it (a midnight behind it is dropped), or ''. */
export const readDate: (text: string) => CivilDate = remember(
  (text) => parseCivilDate(text.replace(MIDNIGHT, '')) ?? '',
);

/** The date as YYYY-MM-DD; days that aren't in the calendar or lie ahead of today are findings. */
export function dateCheck(
  field: FieldDefinition,
  place: Place,
  today: CivilDate,
): (text: string, sink: RowSink) => string {
  const act = ACTS.includes(field.kind);
  return (text, sink) => {
    const date = readDate(text);
    if (date === '') {
      sink.add('date', place);
      return '';
    }
    if (act && date > today) {
      sink.add('date.future', place, { today });
      return '';
    }
    if (act && date < FOUNDING) sink.add('date.early', place);
    return date;
  };
}
