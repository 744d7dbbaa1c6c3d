/** Statements that give notices and deliveries as the transparency log commits to them: they prove that a subject was told. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';
import { type LoggedRowColumns, ownEntries, type TableStatements } from '../../transparency/index.ts';

/** A notice with its place among those of its act. */
interface LoggedNotice extends LoggedRowColumns {
  notice_id: string;
}

// Instants in UTC whatever the session's zone: the text must be the same every time.
const notice = raw(`n.notice_id::text as key, '{}' as shown, json_build_object('subject', n.subject_id::text,
  'kind', n.kind, 'reference', n.reference, 'facts', n.facts, 'createdAt', n.created_at at time zone 'UTC')::text as kept`);

const noticesOf = (which: Sql): TableStatements<LoggedNotice> => ({
  rowsOf: (entryIds, last, most) => sql`
    select n.entry_id, n.notice_id, ${notice} from notices.notice n
    where ${which} and n.entry_id = any(${entryIds}::bigint[])
      and (n.entry_id, n.notice_id) > (${last?.entry_id ?? '0'}::bigint, ${last?.notice_id ?? '0'}::bigint)
    order by 1, 2 limit ${most}`,
  entryIds: (after, most) => sql`
    select distinct n.entry_id from notices.notice n
    where ${which} and n.entry_id > ${after}::bigint order by 1 limit ${most}`,
  rowsAt: (entryId, from, most) => sql`
    select n.entry_id, ${notice} from notices.notice n
    where ${which} and n.entry_id = ${entryId}::bigint order by n.notice_id offset ${from} limit ${most}`,
});

export const toOrganisations = noticesOf(raw('not n.erasable'));
export const toPersons = noticesOf(raw('n.erasable'));

export const deliveries = ownEntries(
  raw(`r.entry_id, '0' as key, '{}' as shown, json_build_object('subject', r.subject_id::text, 'notice', r.notice_id::text,
    'channel', r.channel, 'sentAt', r.sent_at at time zone 'UTC')::text as kept
  from notices.delivery r`),
);
