/** In whose name a transaction reads what is not public: the database shows only the rows of that scope. */
import { raw, type Sql } from './sql.ts';

/**
 * Background duties that read records of all units, each by name: settling submissions, counting figures, keeping and
 * watching the log, telling subjects, and choosing whom a bulk export is about. A duty shows nothing to anybody.
 */
export const duties = ['intake', 'quality', 'log', 'notices', 'bulk-export'] as const;

export type Duty = (typeof duties)[number];

/** One unit's own rows, or a duty. What the disclosure gate opens needs no scope: its access row does that. */
export type Scope = { readonly unit: string } | { readonly duty: Duty };

/** Doubled quotation marks; a backslash means nothing in a plain literal (standard_conforming_strings is on). */
function literal(text: string): string {
  if (text.includes('\0')) throw new Error('a scope holds no zero byte');
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * Sets the scope until the transaction ends. Written as a literal SET LOCAL, since Citus sends that, and no function
 * call, on to its workers.
 */
export async function enterScope(
  tx: { query(statement: Sql): Promise<unknown> },
  scope: Scope,
): Promise<void> {
  const setting = 'duty' in scope ? `duty = ${literal(scope.duty)}` : `unit = ${literal(scope.unit)}`;
  await tx.query(raw(`set local gongxin.${setting}`));
}
