/** Questions about single subjects, answered from the views that the portal may read. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** A subject with its names and with every id that stands for it. */
export interface SubjectRow {
  subject_id: string;
  ids: string[];
  kind: 'organisation' | 'sole-trader';
  c13: boolean;
  uscc: string | null;
  name: string;
  status: 'registered' | 'revoked' | 'deregistered' | 'unknown';
  registered_on: string | null;
  area_code: string | null;
  provisional: boolean;
  legacy: boolean;
  former_names: string[];
}

const subjectOfKey = (kind: string, value: string): Sql => sql`(
  select coalesce(a.stands_for, k.subject_id) from published.subject_key k
  left join published.alias a on a.subject_id = k.subject_id
  where k.key_value = ${value} and k.key_kind = ${kind})`;

function subjectWhere(id: Sql): Sql {
  return sql`
    select s.subject_id, s.kind, s.c13, s.uscc, s.name, s.status, s.registered_on, s.area_code, s.provisional, s.legacy,
      array(select s.subject_id::text union all
        select a.subject_id::text from published.alias a where a.stands_for = s.subject_id) as ids,
      array(select n.name from published.subject_name n where n.subject_id = s.subject_id and n.until is not null
        order by n.until desc, n.name) as former_names
    from published.subject s where s.subject_id = ${id}`;
}

/** The subject that a key belongs to, merges followed. */
export const subjectByKey = (kind: string, value: string): Sql => subjectWhere(subjectOfKey(kind, value));

/** The subject of an id, merges followed. */
export const subjectById = (subjectId: string): Sql =>
  subjectWhere(
    sql`coalesce((select a.stands_for from published.alias a where a.subject_id = ${subjectId}::bigint), ${subjectId}::bigint)`,
  );

/** What publishing registrations rests on: the basis of the catalogue item in the edition in force. */
export const registrationBasis = (): Sql => sql`
  select i.basis_instrument as instrument, n.title_zh, n.title_en, n.number, i.basis_article as article,
    n.in_force_from, n.in_force_until
  from published.item i
  join published.edition e on e.edition_id = i.edition_id and e.in_force_from <= platform.today()
    and (e.in_force_until is null or e.in_force_until > platform.today())
  join published.instrument n on n.instrument_id = i.basis_instrument
  where i.item = 'organisation-registration' and i.state = 'active'`;
