/** Persons' rows as sources of the transparency log: one entry a row, so that its secret can be destroyed alone. */
import { type LogSource, tableSource } from '../transparency/index.ts';
import { endRows, erasureRows, nameChangeRows, recordRows } from './queries/log-rows.ts';

/** Records and ends of versions. */
export const personSources: readonly LogSource[] = [
  tableSource('persons.record', recordRows),
  tableSource('persons.version_end', endRows),
  tableSource('persons.name_change', nameChangeRows),
  tableSource('persons.erasure', erasureRows),
];
