/** The pre-check's findings as a CSV file that spreadsheets open. */
import { csvOf } from '../../parts/csv.ts';
import type { FindingAnswer } from '../answers.ts';

/** One line a finding under `header`. */
export function findingsCsv(header: readonly string[], findings: readonly FindingAnswer[]): Blob {
  return csvOf([
    header,
    ...findings.map(({ row, column, field, severity, message, advice, rule }) => [
      row,
      column,
      field,
      severity,
      message,
      advice,
      rule,
    ]),
  ]);
}
