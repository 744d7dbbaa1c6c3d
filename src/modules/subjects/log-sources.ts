/** Merges and splits as sources of the transparency log. */
import { type LogSource, tableSource } from '../transparency/index.ts';
import { endsOfMerges, merges } from './queries/log-rows.ts';

/** Merges as they were made, and as they were taken back. */
export const aliasSources: readonly LogSource[] = [
  tableSource('subjects.alias', merges),
  tableSource('subjects.alias_end', endsOfMerges),
];
