/** The tagged template in which every statement is written; values become parameters, never text. */
import type { Sql } from 'sql-template-tag';

export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag';

const names = new WeakMap<Sql, string>();

/**
 * A statement that each session plans once: for what is asked on every page, whose plan hangs on none of its values (as
 * that of a search does). Planning is half of the server's work for a row by its key.
 * @param name kebab-case, for one text only
 */
export function planned(name: string, statement: Sql): Sql {
  names.set(statement, name);
  return statement;
}

/** The name of the plan to keep, where the statement has one. */
export function planNameOf(statement: Sql): string | undefined {
  return names.get(statement);
}
