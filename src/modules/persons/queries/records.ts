/** Statements about persons' records: judging what comes in, appending, ending, reading. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { PersonSettlement } from '../person-record.ts';

/** The newest version of a record, and the content of the one that stands, if any does. */
export interface KnownRecord {
  subject_id: string;
  identity: Buffer;
  record_id: string;
  latest: number;
  standing_content: Buffer | null;
  standing_submission: string | null;
}

export const knownRecords = (subjects: readonly { subjectId: string; identity: Uint8Array }[]): Sql => sql`
  select r.subject_id, r.identity, r.record_id, r.version as latest, s.content as standing_content,
    s.submission_id as standing_submission
  from unnest(${subjects.map((one) => one.subjectId)}::bigint[], ${subjects.map((one) => one.identity)}::bytea[])
    as n (subject_id, identity)
  cross join lateral (
    select * from persons.record v where v.subject_id = n.subject_id and v.identity = n.identity
    order by v.version desc limit 1
  ) r
  left join lateral (
    select v.content, v.submission_id from persons.record v
    where v.subject_id = n.subject_id and v.identity = n.identity and not exists (
      select from persons.version_end e
      where e.subject_id = v.subject_id and e.record_id = v.record_id and e.version = v.version)
    order by v.version desc limit 1
  ) s on true`;

/** A version as it is appended. */
export interface NewVersion {
  subjectId: string;
  recordId: string;
  version: number;
  authorityUscc: string;
  decidedOn: string;
  validFrom: string | null;
  validUntil: string | null;
  inEffect: boolean;
  misconductClass: string | null;
  classAssumed: boolean;
  conductEndedOn: string | null;
  conductAssumed: boolean;
  ownMonths: number | null;
  identity: Uint8Array;
  content: Uint8Array;
  payload: Uint8Array;
  entryId: string;
}

export function insertVersions(versions: readonly NewVersion[], facts: PersonSettlement): Sql {
  const column = <Name extends keyof NewVersion>(name: Name) => versions.map((version) => version[name]);
  return sql`
    insert into persons.record (subject_id, record_id, version, item, edition_id, unit_code, authority_uscc, decided_on,
      valid_from, valid_until, in_effect, misconduct_class, class_assumed, conduct_ended_on, conduct_assumed, own_months,
      identity, content, payload, submission_id, handed_in_on, accepted_on, accepted_at, entry_id)
    select n.subject_id, n.record_id, n.version, ${facts.item}, ${facts.editionId}, ${facts.unitCode}, n.authority_uscc,
      n.decided_on, n.valid_from, n.valid_until, n.in_effect, n.misconduct_class, n.class_assumed, n.conduct_ended_on,
      n.conduct_assumed, n.own_months, n.identity, n.content, n.payload, ${facts.submissionId}, ${facts.handedInOn},
      ${facts.acceptedOn}, ${facts.acceptedAt}, n.entry_id
    from unnest(${column('subjectId')}::bigint[], ${column('recordId')}::bigint[], ${column('version')}::integer[],
      ${column('authorityUscc')}::text[], ${column('decidedOn')}::date[], ${column('validFrom')}::date[],
      ${column('validUntil')}::date[], ${column('inEffect')}::boolean[], ${column('misconductClass')}::text[],
      ${column('classAssumed')}::boolean[], ${column('conductEndedOn')}::date[], ${column('conductAssumed')}::boolean[],
      ${column('ownMonths')}::integer[], ${column('identity')}::bytea[], ${column('content')}::bytea[],
      ${column('payload')}::bytea[], ${column('entryId')}::bigint[])
      as n (subject_id, record_id, version, authority_uscc, decided_on, valid_from, valid_until, in_effect, misconduct_class,
        class_assumed, conduct_ended_on, conduct_assumed, own_months, identity, content, payload, entry_id)`;
}

/** Versions of a submission that nobody ended. */
export const versionsToEnd = (submissionId: string): Sql => sql`
  select r.subject_id, r.record_id, r.version from persons.record r
  where r.submission_id = ${submissionId}::bigint and not exists (
    select from persons.version_end e
    where e.subject_id = r.subject_id and e.record_id = r.record_id and e.version = r.version)
  order by r.subject_id, r.record_id, r.version`;

/** An end with its own entry of the log. */
export interface NewEnd {
  subjectId: string;
  recordId: string;
  version: number;
  entryId: string;
}

export const insertEnds = (ends: readonly NewEnd[], at: Date): Sql => sql`
  insert into persons.version_end (subject_id, record_id, version, ground, ended_at, entry_id)
  select n.subject_id, n.record_id, n.version, 'submission-withdrawn', ${at}, n.entry_id
  from unnest(${ends.map((one) => one.subjectId)}::bigint[], ${ends.map((one) => one.recordId)}::bigint[],
    ${ends.map((one) => one.version)}::integer[], ${ends.map((one) => one.entryId)}::bigint[])
    as n (subject_id, record_id, version, entry_id)`;

/** A version with its sealed text. */
export interface SealedRecord {
  subject_id: string;
  record_id: string;
  version: number;
  item: string;
  edition_id: string;
  unit_code: string;
  authority_uscc: string;
  decided_on: string;
  valid_from: string | null;
  valid_until: string | null;
  in_effect: boolean;
  misconduct_class: 'slight' | 'general' | 'serious' | null;
  class_assumed: boolean;
  conduct_ended_on: string | null;
  payload: Buffer;
  handed_in_on: string;
  accepted_at: Date;
  state: 'standing' | 'replaced' | 'ended';
}

/** Newest decision first; the transaction needs an access row about the subject. */
export const recordsOf = (subjectId: string, options: { history: boolean; limit: number }): Sql => sql`
  select * from (
    select r.subject_id, r.record_id, r.version, r.item, r.edition_id, r.unit_code, r.authority_uscc, r.decided_on,
      r.valid_from, r.valid_until, r.in_effect, r.misconduct_class, r.class_assumed, r.conduct_ended_on, r.payload,
      r.handed_in_on, r.accepted_at,
      case when e.record_id is not null then 'ended'
        when row_number() over (partition by r.record_id, e.record_id is null order by r.version desc) = 1 then 'standing'
        else 'replaced' end as state
    from persons.record r
    left join persons.version_end e on e.subject_id = r.subject_id and e.record_id = r.record_id and e.version = r.version
    where r.subject_id = ${subjectId}::bigint
  ) held
  where ${options.history} or state = 'standing'
  order by decided_on desc, record_id desc, version desc limit ${options.limit}`;
