/** Subjects whether the public may know of them or not; merges followed. Only for the disclosure gate and its like. */
import { type Sql, sql } from '../../../platform/db/index.ts';

const known = (ids: Sql): Sql => sql`
  select s.subject_id, s.kind, s.c13, s.uscc, s.name, s.status, s.registered_on, s.area_code, s.provisional, s.legacy,
    array(select s.subject_id union all
      select a.subject_id from subjects.alias a where a.stands_for = s.subject_id and a.ended_at is null) as ids,
    array(select n.name from subjects.subject_name n where n.subject_id = s.subject_id and n.until is not null
      order by n.until desc, n.name) as former_names
  from subjects.subject s
  where s.subject_id = any (array(select coalesce(a.stands_for, f.id) from (${ids}) f (id)
    left join subjects.alias a on a.subject_id = f.id and a.ended_at is null))`;

/** The subjects of these codes, under whatever kind of key; a code that nobody bears has no row. */
export const knownByKeys = (values: readonly string[]): Sql =>
  known(sql`select k.subject_id from subjects.subject_key k where k.key_value = any (${values}::text[])`);

export const knownByIds = (ids: readonly string[]): Sql => known(sql`select unnest(${ids}::bigint[])`);

/** Which subject each code belongs to. */
export const subjectsOfKeys = (values: readonly string[]): Sql => sql`
  select k.key_value, k.subject_id from subjects.subject_key k where k.key_value = any (${values}::text[])`;
