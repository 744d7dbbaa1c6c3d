/** Statements that give merges and their ends as the transparency log commits to them. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';
import type { LoggedRowColumns, TableStatements } from '../../transparency/index.ts';

/** A merge with its place among the rows of its entry. */
interface LoggedAlias extends LoggedRowColumns {
  alias_id: string;
}

const made = raw(`a.alias_id::text as key,
  json_build_object('subject', a.subject_id::text, 'standsFor', a.stands_for::text)::text as shown,
  json_build_object('reason', a.reason, 'decidedBy', a.decided_by, 'decidedAt', a.decided_at at time zone 'UTC')::text as kept`);

const ended = raw(`a.alias_id::text as key,
  json_build_object('subject', a.subject_id::text, 'standsFor', a.stands_for::text)::text as shown,
  json_build_object('reason', a.end_reason, 'endedBy', a.ended_by, 'endedAt', a.ended_at at time zone 'UTC')::text as kept`);

/** The same statements for a merge as it was made and as it was ended: the columns and the entry differ. */
function statementsOf(entry: Sql, parts: Sql, which: Sql): TableStatements<LoggedAlias> {
  return {
    rowsOf: (entryIds, last, most) => sql`
      select ${entry} as entry_id, a.alias_id, ${parts} from subjects.alias a
      where ${which} and ${entry} = any(${entryIds}::bigint[])
        and (${entry}, a.alias_id) > (${last?.entry_id ?? '0'}::bigint, ${last?.alias_id ?? '0'}::bigint)
      order by 1, 2 limit ${most}`,
    entryIds: (after, most) => sql`
      select distinct coalesce(${entry}, 0) as entry_id from subjects.alias a
      where ${which} and coalesce(${entry}, 0) > ${after}::bigint order by 1 limit ${most}`,
    rowsAt: (entryId, from, most) => sql`
      select ${entry} as entry_id, ${parts} from subjects.alias a
      where ${which} and ${entry} = ${entryId}::bigint order by a.alias_id offset ${from} limit ${most}`,
  };
}

export const merges = statementsOf(raw('a.entry_id'), made, raw('true'));
export const endsOfMerges = statementsOf(raw('a.end_entry_id'), ended, raw('a.ended_at is not null'));
