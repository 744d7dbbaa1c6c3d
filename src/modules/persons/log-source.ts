/** Persons' rows as sources of the transparency log: one entry a row, so that its secret can be destroyed alone. */
import { type LogSource, tableSource } from '../transparency/index.ts';
import {
  endRows,
  erasureRows,
  nameChangeRows,
  recordRows,
  refusalRows,
  wishRows,
} from './queries/log-rows.ts';

/** Records and ends of versions. */
export const personSources: readonly LogSource[] = [
  tableSource('persons.record', recordRows),
  tableSource('persons.version_end', endRows),
  tableSource('persons.name_change', nameChangeRows),
  tableSource('persons.erasure_wish', wishRows),
  tableSource('persons.erasure_refusal', refusalRows),
  tableSource('persons.erasure', erasureRows),
];
