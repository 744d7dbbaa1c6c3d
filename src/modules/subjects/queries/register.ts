/** Statements that make subjects out of staged rows whose key nobody has yet. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';
import { relation } from './relation.ts';

/** The first row of an unknown key, as staged. */
export interface UnknownRow {
  key_kind: string;
  key_value: string;
  subject_hash: string;
  party_name: string;
  sole_trader: boolean;
  former_name_norm: string | null;
  status: string | null;
  registered_on: string | null;
  area_code: string | null;
  legacy_keys: { kind: string; value: string }[] | null;
}

/** A subject about to be made, with the columns of its names. */
export interface NewSubject {
  subject_id: string;
  key_kind: string;
  key_value: string;
  kind: 'organisation' | 'sole-trader';
  c13: boolean;
  uscc: string | null;
  name: string;
  name_norm: string;
  name_bigram: readonly string[];
  name_initials: string;
  status: string;
  registered_on: string | null;
  area_code: string | null;
  provisional: boolean;
  legacy: boolean;
  former_norm: string | null;
  former_bigram: readonly string[] | null;
  former_initials: string | null;
  legacy_keys: readonly { kind: string; value: string }[];
}

const legacyKeysOf = sql`jsonb_to_recordset(coalesce(s.legacy_keys, '[]'::jsonb)) as l (kind text, value text)`;

/**
 * Gives a code to subjects that were known by a legacy number alone: a registration names the number and the code
 * together, and the name agrees. @returns one row each
 */
export function attachCodes(staged: string, now: Date): Sql {
  return sql`
    with found as (
      select distinct on (k.subject_id) k.subject_id, s.key_value as uscc
      from ${relation(staged)} s
      cross join lateral ${legacyKeysOf}
      join subjects.subject_key k on k.key_value = l.value and k.key_kind = l.kind
      join subjects.subject t on t.subject_id = k.subject_id and t.uscc is null
      join subjects.subject_name n on n.subject_id = t.subject_id and n.name_norm in (s.name_norm, s.former_name_norm)
      where s.key_kind = 'uscc' and l.kind <> 'uscc'
        and not exists (select 1 from subjects.subject_key u where u.key_value = s.key_value and u.key_kind = 'uscc')
      order by k.subject_id, s.row_no
    ), one_each as (
      select distinct on (uscc) subject_id, uscc from found order by uscc, subject_id
    ), attached as (
      insert into subjects.subject_key (key_kind, key_value, subject_id, added_at)
      select 'uscc', uscc, subject_id, ${now} from one_each order by uscc
      on conflict (key_value, key_kind) do nothing
      returning subject_id, key_value
    ), named as (
      update subjects.public_name p set uscc = a.key_value from attached a where p.subject_id = a.subject_id
      returning p.subject_id
    )
    update subjects.subject t set uscc = a.key_value from attached a where t.subject_id = a.subject_id
    returning t.subject_id`;
}

/**
 * Opens a cursor over the first row of every key that nobody has, ordered by key (two settlements that meet then wait
 * for each other instead of locking each other out). A provisional subject needs a code, and none of its old numbers
 * may be known: then it is that subject.
 */
export function openUnknown(staged: string, evidence: 'registration' | 'provisional'): Sql {
  const allowed =
    evidence === 'registration'
      ? sql`true`
      : sql`s.key_kind = 'uscc' and not exists (
          select 1 from ${legacyKeysOf} join subjects.subject_key k on k.key_value = l.value and k.key_kind = l.kind)`;
  return sql`
    declare unknown_keys no scroll cursor for
    select distinct on (s.key_value, s.key_kind) s.key_kind, s.key_value, s.subject_hash, s.party_name, s.sole_trader,
      s.former_name_norm, s.status, s.registered_on, s.area_code, s.legacy_keys
    from ${relation(staged)} s
    where s.key_value is not null and ${allowed}
      and not exists (select 1 from subjects.subject_key k where k.key_value = s.key_value and k.key_kind = s.key_kind)
    order by s.key_value, s.key_kind, s.row_no`;
}

/** The next rows of the cursor. */
export const nextUnknown = (count: number): Sql =>
  sql`fetch ${raw(String(Math.trunc(count)))} from unknown_keys`;

/** Closes the cursor. */
export const closeUnknown = (): Sql => sql`close unknown_keys`;

/**
 * Makes subjects with their keys and names. A key that another transaction registered meanwhile is left to it. Only the
 * names of registered subjects can be searched by part: nobody but one file vouches for a provisional one's.
 * A former name has ended by `today`: a registration file does not say when.
 * @returns how many keys were new and how many subjects were made: fewer subjects than keys means that an id is taken
 */
export function insertSubjects(subjects: readonly NewSubject[], now: Date, today: string): Sql {
  return sql`
    with batch as materialized (
      select * from json_to_recordset(${JSON.stringify(subjects)}::json) as b (
        subject_id bigint, key_kind text, key_value text, kind text, c13 boolean, uscc text, name text, name_norm text,
        name_bigram text[], name_initials text, status text, registered_on date, area_code text, provisional boolean,
        legacy boolean, former_norm text, former_bigram text[], former_initials text, legacy_keys jsonb)
    ), keyed as (
      insert into subjects.subject_key (key_kind, key_value, subject_id, added_at)
      select key_kind, key_value, subject_id, ${now} from batch order by key_value, key_kind
      on conflict (key_value, key_kind) do nothing
      returning key_kind, key_value
    ), fresh as (
      select b.* from batch b join keyed k on k.key_value = b.key_value and k.key_kind = b.key_kind
    ), made as (
      insert into subjects.subject (subject_id, kind, c13, uscc, name, status, registered_on, area_code, provisional, legacy, created_at)
      select subject_id, kind, c13, uscc, name, status, registered_on, area_code, provisional, legacy, ${now} from fresh
      on conflict (subject_id) do nothing
      returning subject_id
    ), named as (
      insert into subjects.subject_name (subject_id, name_norm, name, since, until)
      select subject_id, name_norm, name, case when former_norm is null then registered_on end, null::date from fresh
      union all
      select subject_id, former_norm, former_norm, null, ${today}::date from fresh where former_norm is not null
      on conflict (subject_id, name_norm) do nothing
    ), searchable as (
      insert into subjects.public_name (subject_id, uscc, name, name_norm, name_bigram, name_initials, former, area_code)
      select subject_id, uscc, name, name_norm, name_bigram, name_initials, false, area_code from fresh where not c13 and not provisional
      union all
      select subject_id, uscc, former_norm, former_norm, former_bigram, former_initials, true, area_code
      from fresh where not c13 and not provisional and former_norm is not null
      on conflict (subject_id, name_norm) do nothing
    ), old_numbers as (
      insert into subjects.subject_key (key_kind, key_value, subject_id, added_at)
      select distinct on (l.value, l.kind) l.kind, l.value, f.subject_id, ${now}
      from fresh f cross join lateral jsonb_to_recordset(f.legacy_keys) as l (kind text, value text)
      where not exists (select 1 from batch o where o.key_value = l.value and o.key_kind = l.kind)
      order by l.value, l.kind, f.subject_id
      on conflict (key_value, key_kind) do nothing
    )
    select (select count(*)::integer from keyed) as keys, (select count(*)::integer from made) as subjects`;
}
