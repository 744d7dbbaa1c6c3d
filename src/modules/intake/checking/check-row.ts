/** Checks one row: the same function on the server and, before anything is sent, in the browser. */
import type { ItemDefinition } from '../../catalogue/pure.ts';
import { compileRowCheck, type RowCheck } from './compile-check.ts';
import type { CheckContext } from './context.ts';
import type { CheckedRow } from './finding.ts';
import type { MatchedColumn } from './match-header.ts';

const compiled = new WeakMap<
  readonly MatchedColumn[],
  { definition: ItemDefinition; context: CheckContext; check: RowCheck }
>();

/**
 * Checks the cells of row `row`. Compiled once for the same three objects; who checks a whole file calls
 * `compileRowCheck` itself.
 */
export function checkRow(
  definition: ItemDefinition,
  columns: readonly MatchedColumn[],
  cells: readonly string[],
  context: CheckContext,
  row = 0,
): CheckedRow {
  let known = compiled.get(columns);
  if (known === undefined || known.definition !== definition || known.context !== context) {
    known = { definition, context, check: compileRowCheck(definition, columns, context) };
    compiled.set(columns, known);
  }
  return known.check(row, cells);
}
