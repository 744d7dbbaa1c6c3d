/** Statements on access rows: written before anything is read, never changed. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** Who looks, for what; one row for each subject is written of it. */
export interface NewAccess {
  readonly kind: 'look' | 'own-unit' | 'held-row' | 'own-file';
  readonly purpose: string | null;
  readonly caseNo: string | null;
  readonly unit: string | null;
  readonly duty: string | null;
  readonly accountId: string | null;
  readonly clientId: string | null;
  readonly agentId: string | null;
  readonly at: Date;
}

/** From now to the end of the transaction these subjects' records are open to it (migration 0121). */
export const insertAccess = (
  access: NewAccess,
  looks: readonly { readonly subjectId: string; readonly accessId: string }[],
): Sql => sql`
  insert into disclosure.access (subject_id, access_id, kind, purpose, case_no, unit_code, duty, account_id, client_id, agent_id,
    accessed_at, transaction_id, opened_at, entry_id)
  select s.subject_id, s.access_id, ${access.kind}, ${access.purpose}, ${access.caseNo}, ${access.unit}, ${access.duty},
    ${access.accountId}, ${access.clientId}, ${access.agentId}, ${access.at}, pg_current_xact_id(), now(), s.access_id
  from unnest(${looks.map(({ subjectId }) => subjectId)}::bigint[], ${looks.map(({ accessId }) => accessId)}::bigint[])
    as s(subject_id, access_id)`;

/** What was shown of a subject: per item the records and the codes of their fields. */
export type Shown = Readonly<Record<string, { readonly records: string[]; readonly fields: string[] }>>;

export const insertShown = (
  accessOf: (subjectId: string) => string,
  shown: ReadonlyMap<string, Shown>,
): Sql => sql`
  insert into disclosure.shown (subject_id, access_id, items)
  select s.subject, s.access, s.items
  from jsonb_to_recordset(${JSON.stringify([...shown].map(([subject, items]) => ({ subject, access: accessOf(subject), items })))}::jsonb)
    as s(subject bigint, access bigint, items jsonb)`;

/** An access as its subject reads it. */
export interface AccessRow {
  access_id: string;
  kind: NewAccess['kind'];
  purpose: string | null;
  case_no: string | null;
  unit_code: string | null;
  duty: string | null;
  account_id: string | null;
  client_id: string | null;
  agent_id: string | null;
  accessed_at: Date;
  items: Shown | null;
}

/** The same, and whether the look was one of many of a bulk export. */
export interface OwnAccessRow extends AccessRow {
  in_bulk: boolean;
}

/** Who looked at a subject (at any id that stands for it), newest first; `others` leaves out its own looks. */
export const accessesOf = (
  subjectIds: readonly string[],
  page: { before?: string | undefined; limit: number; others: boolean },
): Sql => sql`
  select a.access_id, a.kind, a.purpose, a.case_no, a.unit_code, a.duty, a.account_id, a.client_id, a.agent_id, a.accessed_at,
    s.items, exists (select from disclosure.bulk_export_subject b
      where b.subject_id = a.subject_id and b.access_id = a.access_id) as in_bulk
  from disclosure.access a
  left join disclosure.shown s on s.subject_id = a.subject_id and s.access_id = a.access_id
  where a.subject_id = any (${subjectIds}::bigint[])
    and (${page.before ?? null}::bigint is null or a.access_id < ${page.before ?? null}::bigint)
    and (not ${page.others} or a.kind <> 'own-file' or a.agent_id is not null)
  order by a.access_id desc limit ${page.limit}`;

/** A row as the log commits to it. */
export interface LoggedAccessRow extends AccessRow {
  subject_id: string;
  entry_id: string;
  transaction_id: string;
}

const logged = sql`a.subject_id, a.entry_id, a.access_id, a.kind, a.purpose, a.case_no, a.unit_code, a.duty, a.account_id,
  a.client_id, a.agent_id, a.accessed_at, a.transaction_id::text, s.items`;
const withShown = sql`disclosure.access a
  left join disclosure.shown s on s.subject_id = a.subject_id and s.access_id = a.access_id`;

/** The rows of these entries in order, from after the last one seen. */
export const accessesOfEntries = (
  entryIds: readonly string[],
  last: { entryId: string; subjectId: string } | undefined,
  most: number,
): Sql => sql`
  select ${logged} from ${withShown}
  where a.entry_id = any (${entryIds}::bigint[])
    and (${last?.entryId ?? null}::bigint is null
      or (a.entry_id, a.subject_id) > (${last?.entryId ?? null}::bigint, ${last?.subjectId ?? null}::bigint))
  order by a.entry_id, a.subject_id limit ${most}`;

/** The rows of one entry from a place on. */
export const accessesOfEntryAt = (entryId: string, from: number, most: number): Sql => sql`
  select ${logged} from ${withShown} where a.entry_id = ${entryId}::bigint order by a.subject_id offset ${from} limit ${most}`;

/** Entries that access rows name, ascending. */
export const accessEntryIds = (after: string, most: number): Sql => sql`
  select distinct entry_id from disclosure.access where entry_id > ${after}::bigint order by entry_id limit ${most}`;
