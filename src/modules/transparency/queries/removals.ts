/** Statements on removals: putting them down, and what of them is public. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';
import type { LoggedRowColumns, TableStatements } from '../table-source.ts';

export const insertRemoval = (removal: {
  readonly removalId: string;
  readonly ground: string;
  readonly on: string;
  readonly records: number;
}): Sql => sql`
  insert into transparency.removal (removal_id, ground, removed_on, records, entry_id)
  values (${removal.removalId}, ${removal.ground}, ${removal.on}::date, ${removal.records}, ${removal.removalId})`;

/** Ground and month with counts; `records` is null where there are fewer than ten. */
export interface PublicRemovalRow {
  month: string;
  ground: string;
  records: number | null;
}

export const publicRemovals = (): Sql => sql`
  select month, ground, records from published.removal order by month desc, ground`;

interface LoggedRemoval extends LoggedRowColumns {
  removal_id: string;
}

const parts = raw(`r.removal_id::text as key, '{}' as shown,
  json_build_object('ground', r.ground, 'on', r.removed_on, 'records', r.records)::text as kept`);

export const removalRows: TableStatements<LoggedRemoval> = {
  rowsOf: (entryIds, last, most) => sql`
    select r.entry_id, r.removal_id, ${parts} from transparency.removal r
    where r.entry_id = any(${entryIds}::bigint[])
      and (r.entry_id, r.removal_id) > (${last?.entry_id ?? '0'}::bigint, ${last?.removal_id ?? '0'}::bigint)
    order by r.entry_id, r.removal_id limit ${most}`,
  entryIds: (after, most) => sql`
    select distinct entry_id from transparency.removal where entry_id > ${after}::bigint order by 1 limit ${most}`,
  rowsAt: (entryId, from, most) => sql`
    select r.entry_id, ${parts} from transparency.removal r where r.entry_id = ${entryId}::bigint
    order by r.removal_id offset ${from} limit ${most}`,
};
