/** Statements of sources whose rows have an entry of their own each. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { LoggedRowColumns, TableStatements } from '../table-source.ts';

/** `rows`: what stands behind `select`: `r.entry_id`, `'0' as key`, `shown` and `kept`, and the table as `r`. */
export function ownEntries(rows: Sql): TableStatements<LoggedRowColumns> {
  return {
    rowsOf: (entryIds, last, most) => sql`
      select ${rows} where r.entry_id = any(${entryIds}::bigint[]) and r.entry_id > ${last?.entry_id ?? '0'}::bigint
      order by r.entry_id limit ${most}`,
    entryIds: (after, most) => sql`
      select entry_id from (select ${rows}) r where r.entry_id > ${after}::bigint order by r.entry_id limit ${most}`,
    rowsAt: (entryId, from, most) => sql`
      select ${rows} where r.entry_id = ${entryId}::bigint offset ${from} limit ${most}`,
  };
}
