/** The tagged template in which every statement is written; values become parameters, never text. */
export { default as sql, empty, join, raw, type Sql } from 'sql-template-tag';
