/** Statements that bring known subjects up to date with their newest registration. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import { relation } from './relation.ts';

/** The relations of one settlement: staged rows, and `row_no, subject_id` of the accepted ones. */
export interface Accepted {
  readonly staged: string;
  readonly matched: string;
}

/**
 * Facts of the last accepted row of each subject. A row under a former name alone is older than the register and
 * changes nothing. A subject once under C13 stays there; what a file leaves empty stays as it is.
 * @param statuses what a status may be; a row with another one leaves it as it is
 * @returns the subjects that changed
 */
export function updateFacts({ staged, matched }: Accepted, statuses: readonly string[]): Sql {
  const traderOf = sql`(s.sole_trader or (s.key_kind = 'uscc' and s.key_value like '92%'))`;
  const statusOf = sql`case when s.status = any(${statuses as string[]}) and s.status <> 'unknown' then s.status end`;
  return sql`
    with differing as (
      select distinct m.subject_id
      from ${relation(matched)} m
      join ${relation(staged)} s on s.row_no = m.row_no
      join subjects.subject t on t.subject_id = m.subject_id
      where t.provisional or ${statusOf} <> t.status or (${traderOf} and t.kind <> 'sole-trader')
        or coalesce(s.registered_on, t.registered_on) is distinct from t.registered_on
        or coalesce(s.area_code, t.area_code) is distinct from t.area_code
    ), latest as (
      select distinct on (m.subject_id) m.subject_id, ${statusOf} as status, s.registered_on, s.area_code,
        ${traderOf} as sole_trader
      from differing d
      join ${relation(matched)} m on m.subject_id = d.subject_id
      join ${relation(staged)} s on s.row_no = m.row_no
      where not exists (select 1 from subjects.subject_name n
        where n.subject_id = m.subject_id and n.name_norm = s.name_norm and n.until is not null
          and s.former_name_norm is null)
      order by m.subject_id, s.row_no desc
    ), facts as (
      select t.subject_id, coalesce(l.status, t.status) as status, coalesce(l.registered_on, t.registered_on) as registered_on,
        coalesce(l.area_code, t.area_code) as area_code, t.c13 or l.sole_trader as c13,
        case when l.sole_trader then 'sole-trader' else t.kind end as kind
      from latest l join subjects.subject t on t.subject_id = l.subject_id
    )
    update subjects.subject t
    set status = f.status, registered_on = f.registered_on, area_code = f.area_code, provisional = false, c13 = f.c13,
      kind = f.kind
    from facts f
    where t.subject_id = f.subject_id
      and (t.status, t.registered_on, t.area_code, t.provisional, t.c13, t.kind) is distinct from
        (f.status, f.registered_on, f.area_code, false, f.c13, f.kind)
    returning t.subject_id`;
}

/** Takes the names of subjects that came under C13 out of the search. */
export function hideNames(subjectIds: readonly string[]): Sql {
  return sql`
    delete from subjects.public_name p using subjects.subject t
    where p.subject_id = any(${subjectIds as string[]}::bigint[]) and t.subject_id = p.subject_id and t.c13`;
}

/** Brings the area of searchable names up to date. */
export function refreshAreas(subjectIds: readonly string[]): Sql {
  return sql`
    update subjects.public_name p set area_code = t.area_code from subjects.subject t
    where p.subject_id = any(${subjectIds as string[]}::bigint[]) and t.subject_id = p.subject_id
      and p.area_code is distinct from t.area_code`;
}

/** No registration stands any more. */
export function unregister(subjectIds: readonly string[]): Sql {
  return sql`
    update subjects.subject set provisional = true, status = 'unknown', registered_on = null
    where subject_id = any(${subjectIds as string[]}::bigint[])`;
}

/** Takes all names of these subjects out of the search. */
export function unlistNames(subjectIds: readonly string[]): Sql {
  return sql`delete from subjects.public_name where subject_id = any(${subjectIds as string[]}::bigint[])`;
}

/** A name that the search does not know. */
export interface UnlistedName {
  subject_id: string;
  name: string;
  name_norm: string;
  former: boolean;
}

/** Names of registered subjects that the search does not know: those that were provisional until now. */
export function findUnlistedNames(subjectIds: readonly string[]): Sql {
  return sql`
    select n.subject_id, n.name, n.name_norm, n.until is not null as former
    from subjects.subject t join subjects.subject_name n on n.subject_id = t.subject_id
    where t.subject_id = any(${subjectIds as string[]}::bigint[]) and not t.c13 and not t.provisional
      and not exists (select 1 from subjects.public_name p where p.subject_id = t.subject_id and p.name_norm = n.name_norm)
    order by n.subject_id, n.name_norm`;
}

/** An unlisted name with its search columns. */
export interface PreparedName extends UnlistedName {
  name_bigram: readonly string[];
  name_initials: string;
}

/** Lets the search know names. */
export function listNames(names: readonly PreparedName[]): Sql {
  return sql`
    insert into subjects.public_name (subject_id, uscc, name, name_norm, name_bigram, name_initials, former, area_code)
    select t.subject_id, t.uscc, b.name, b.name_norm, b.name_bigram, b.name_initials, b.former, t.area_code
    from json_to_recordset(${JSON.stringify(names)}::json) as b (
      subject_id bigint, name text, name_norm text, name_bigram text[], name_initials text, former boolean)
    join subjects.subject t on t.subject_id = b.subject_id
    on conflict (subject_id, name_norm) do nothing`;
}

/** A registration under a new name. */
export interface Renaming {
  subject_id: string;
  name: string;
}

/** Accepted rows whose former name is the name on file: the subject has been renamed. */
export function findRenamings({ staged, matched }: Accepted): Sql {
  return sql`
    select distinct on (m.subject_id) m.subject_id, s.party_name as name
    from ${relation(matched)} m
    join ${relation(staged)} s on s.row_no = m.row_no
    join subjects.subject_name n on n.subject_id = m.subject_id and n.name_norm = s.former_name_norm and n.until is null
    where s.former_name_norm <> s.name_norm
    order by m.subject_id, s.row_no desc`;
}

/** A renaming with the search columns of the new name. */
export interface PreparedRenaming extends Renaming {
  name_norm: string;
  name_bigram: readonly string[];
  name_initials: string;
}

/**
 * Closes the present name and opens the new one (or opens again one that had been borne before), as of `changedOn`: the
 * day it became known, since a registration file does not say when a name was changed.
 */
export function rename(renamings: readonly PreparedRenaming[], changedOn: string): Sql {
  return sql`
    with batch as materialized (
      select * from json_to_recordset(${JSON.stringify(renamings)}::json) as b (
        subject_id bigint, name text, name_norm text, name_bigram text[], name_initials text)
    ), closed as (
      update subjects.subject_name n set until = ${changedOn}::date from batch b
      where n.subject_id = b.subject_id and n.until is null and n.name_norm <> b.name_norm
    ), opened as (
      insert into subjects.subject_name (subject_id, name_norm, name, since, until)
      select subject_id, name_norm, name, ${changedOn}::date, null from batch
      on conflict (subject_id, name_norm) do update set name = excluded.name, since = excluded.since, until = null
    ), moved as (
      update subjects.public_name p set former = true from batch b
      where p.subject_id = b.subject_id and p.name_norm <> b.name_norm
    ), searchable as (
      insert into subjects.public_name (subject_id, uscc, name, name_norm, name_bigram, name_initials, former, area_code)
      select t.subject_id, t.uscc, b.name, b.name_norm, b.name_bigram, b.name_initials, false, t.area_code
      from batch b join subjects.subject t on t.subject_id = b.subject_id and not t.c13
      on conflict (subject_id, name_norm) do update set name = excluded.name, former = false
    )
    update subjects.subject t set name = b.name from batch b where t.subject_id = b.subject_id`;
}

/** Adds the legacy numbers of accepted rows; one that is another subject's stays there. @returns the numbers added */
export function addLegacyKeys({ staged, matched }: Accepted, now: Date): Sql {
  return sql`
    insert into subjects.subject_key (key_kind, key_value, subject_id, added_at)
    select distinct on (l.value, l.kind) l.kind, l.value, m.subject_id, ${now}::timestamptz
    from ${relation(matched)} m
    join ${relation(staged)} s on s.row_no = m.row_no
    cross join lateral jsonb_to_recordset(s.legacy_keys) as l (kind text, value text)
    where s.legacy_keys is not null and l.kind <> 'uscc'
      and not exists (select 1 from subjects.subject_key k where k.key_value = l.value and k.key_kind = l.kind)
    order by l.value, l.kind, s.row_no
    on conflict (key_value, key_kind) do nothing
    returning key_value`;
}
