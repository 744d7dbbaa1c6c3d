/** Statements that give records and ends of versions as the transparency log commits to them. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';
import type { LoggedRowColumns } from '../../transparency/index.ts';

/** A version with its place among the rows of its entry. */
export interface LoggedVersion extends LoggedRowColumns {
  source_row: number;
  record_id: string;
  version: number;
}

// Instants in UTC whatever the session's zone: the text must be the same every time.
const parts = raw(`r.record_id || '.' || r.version as key,
  json_build_object('subject', r.subject_id::text, 'record', r.record_id::text, 'version', r.version, 'item', r.item,
    'edition', r.edition_id, 'unit', r.unit_code, 'authorityUscc', r.authority_uscc, 'authorityName', r.authority_name,
    'decisionNo', r.decision_no, 'decidedOn', r.decided_on, 'validFrom', r.valid_from, 'validUntil', r.valid_until,
    'inEffect', r.in_effect, 'class', r.misconduct_class, 'classAssumed', r.class_assumed,
    'conductEndedOn', r.conduct_ended_on, 'conductAssumed', r.conduct_assumed, 'fields', r.open_fields,
    'handedInOn', r.handed_in_on, 'acceptedOn', r.accepted_on)::text as shown,
  json_build_object('firstDecidedOn', r.first_decided_on, 'ownMonths', r.own_months, 'fields', r.closed_fields,
    'content', r.content, 'identity', r.identity, 'submission', r.submission_id::text, 'row', r.source_row,
    'acceptedAt', r.accepted_at at time zone 'UTC')::text as kept`);

/** Versions that rest on the entry of their submission, in the order of the file. */
export const versionsOfSubmissions = (
  submissionIds: readonly string[],
  last: LoggedVersion | undefined,
  most: number,
): Sql => sql`
  select r.submission_id as entry_id, r.source_row, r.record_id, r.version, ${parts}
  from records.record r
  where r.submission_id = any(${submissionIds}::bigint[]) and r.entry_id is null
    and (r.submission_id, r.source_row) >= (${last?.entry_id ?? '0'}::bigint, ${last?.source_row ?? -1}::integer)
    and (r.submission_id, r.source_row, r.record_id, r.version)
      > (${last?.entry_id ?? '0'}::bigint, ${last?.source_row ?? -1}::integer, ${last?.record_id ?? '0'}::bigint, ${last?.version ?? 0}::integer)
  order by r.submission_id, r.source_row, r.record_id, r.version limit ${most}`;

/** Versions that name an entry of their own, as rows decided by an officer do. */
export const versionsOfEntries = (
  entryIds: readonly string[],
  last: LoggedVersion | undefined,
  most: number,
): Sql => sql`
  select r.entry_id, r.source_row, r.record_id, r.version, ${parts}
  from records.record r
  where r.entry_id = any(${entryIds}::bigint[])
    and (r.entry_id, r.source_row, r.record_id, r.version)
      > (${last?.entry_id ?? '0'}::bigint, ${last?.source_row ?? -1}::integer, ${last?.record_id ?? '0'}::bigint, ${last?.version ?? 0}::integer)
  order by r.entry_id, r.source_row, r.record_id, r.version limit ${most}`;

/** Versions of one entry from a place on; the keys are found first, so that what is passed over is not built. */
export const versionsAt = (entryId: string, from: number, most: number): Sql => sql`
  select ${entryId}::bigint as entry_id, ${parts}
  from (
    select subject_id, first_decided_on, record_id, version, source_row from records.record
    where entry_id = ${entryId}::bigint
    union all
    select subject_id, first_decided_on, record_id, version, source_row from records.record
    where submission_id = ${entryId}::bigint and entry_id is null
    order by source_row, record_id, version offset ${from} limit ${most}
  ) place join records.record r on r.subject_id = place.subject_id and r.first_decided_on = place.first_decided_on
    and r.record_id = place.record_id and r.version = place.version
  order by r.source_row, r.record_id, r.version`;

/** The next submission that has versions without an entry of their own. */
export const nextSubmission = (after: string): Sql => sql`
  select submission_id as entry_id from records.record where submission_id > ${after}::bigint and entry_id is null
  order by submission_id limit 1`;

/** The next entries that versions name themselves. */
export const namedEntries = (after: string, most: number): Sql => sql`
  select distinct entry_id from records.record where entry_id > ${after}::bigint order by entry_id limit ${most}`;

/** An end of a version with its place among the rows of its entry. */
export interface LoggedEnd extends LoggedRowColumns {
  subject_id: string;
  record_id: string;
  version: number;
}

const endParts = raw(`e.record_id || '.' || e.version as key,
  json_build_object('subject', e.subject_id::text, 'record', e.record_id::text, 'version', e.version,
    'ground', e.ground)::text as shown,
  json_build_object('reason', e.reason, 'endedBy', e.ended_by, 'endedAt', e.ended_at at time zone 'UTC')::text as kept`);

export const endsOfEntries = (
  entryIds: readonly string[],
  last: LoggedEnd | undefined,
  most: number,
): Sql => sql`
  select e.entry_id, e.subject_id, e.record_id, e.version, ${endParts}
  from records.version_end e
  where e.entry_id = any(${entryIds}::bigint[])
    and (e.entry_id, e.subject_id, e.record_id, e.version)
      > (${last?.entry_id ?? '0'}::bigint, ${last?.subject_id ?? '0'}::bigint, ${last?.record_id ?? '0'}::bigint, ${last?.version ?? 0}::integer)
  order by e.entry_id, e.subject_id, e.record_id, e.version limit ${most}`;

export const endsAt = (entryId: string, from: number, most: number): Sql => sql`
  select e.entry_id, ${endParts} from records.version_end e where e.entry_id = ${entryId}::bigint
  order by e.subject_id, e.record_id, e.version offset ${from} limit ${most}`;

export const entriesOfEnds = (after: string, most: number): Sql => sql`
  select distinct coalesce(entry_id, 0) as entry_id from records.version_end
  where coalesce(entry_id, 0) > ${after}::bigint order by 1 limit ${most}`;

/** The day that fixes the partition of a record. */
export const firstDecidedOn = (record: { readonly subjectId: string; readonly recordId: string }): Sql => sql`
  select first_decided_on from records.record_identity
  where subject_id = ${record.subjectId}::bigint and record_id = ${record.recordId}::bigint limit 1`;

/** A version with its entry, for its receipt; with the partition named, the plans of the other years are not opened. */
export const versionForReceipt = (
  record: { readonly subjectId: string; readonly recordId: string; readonly version: number },
  firstOn: string,
): Sql => sql`
  select coalesce(r.entry_id, r.submission_id) as entry_id, ${parts}
  from records.record r
  where r.subject_id = ${record.subjectId}::bigint and r.first_decided_on = ${firstOn}::date
    and r.record_id = ${record.recordId}::bigint and r.version = ${record.version}`;

/** How many rows of the entry stand before the version; each form has its own index. */
export const placeOfVersion = (record: {
  readonly subjectId: string;
  readonly recordId: string;
  readonly version: number;
}): Sql => sql`
  select coalesce(r.entry_id, r.submission_id) as entry_id, case when r.entry_id is null
      then (select count(*)::integer from records.record b where b.submission_id = r.submission_id and b.entry_id is null
        and (b.source_row, b.record_id, b.version) < (r.source_row, r.record_id, r.version))
      else (select count(*)::integer from records.record b where b.entry_id = r.entry_id
        and (b.source_row, b.record_id, b.version) < (r.source_row, r.record_id, r.version))
    end as place
  from records.record r
  where r.subject_id = ${record.subjectId}::bigint and r.record_id = ${record.recordId}::bigint and r.version = ${record.version}`;

/** Whether every identity is that of a version, and every first version has its identity. */
export const identitiesFollow = (): Sql => sql`
  select not exists (
    select from records.record_identity i where not exists (
      select from records.record r where r.subject_id = i.subject_id and r.first_decided_on = i.first_decided_on
        and r.record_id = i.record_id and r.identity = i.identity)
  ) and not exists (
    select from records.record r where r.version = 1 and not exists (
      select from records.record_identity i where i.subject_id = r.subject_id and i.identity = r.identity
        and i.record_id = r.record_id)
  ) as follows`;
