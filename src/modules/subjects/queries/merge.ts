/** Statements of merging and splitting: rows of who stands for whom. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** Locks one subject, so that two officers cannot build a chain between them. */
export const lockSubject = (subjectId: string): Sql => sql`
  select subject_id from subjects.subject where subject_id = ${subjectId}::bigint for update`;

/** Who stands for the subject now. */
export const activeAliasOf = (subjectId: string): Sql => sql`
  select alias_id, stands_for from subjects.alias where subject_id = ${subjectId}::bigint and ended_at is null`;

/** The subjects that this one stands for. */
export const mergedInto = (subjectId: string): Sql => sql`
  select subject_id from subjects.alias where stands_for = ${subjectId}::bigint and ended_at is null`;

/** A merge as it is written. */
export interface AliasRow {
  aliasId: string;
  subjectId: string;
  standsFor: string;
  reason: string;
  by: string;
  at: Date;
}

export const insertAlias = (alias: AliasRow): Sql => sql`
  insert into subjects.alias (alias_id, entry_id, subject_id, stands_for, reason, decided_by, decided_at)
  values (${alias.aliasId}, ${alias.aliasId}, ${alias.subjectId}, ${alias.standsFor}, ${alias.reason}, ${alias.by}, ${alias.at})`;

export const endAlias = (
  subjectId: string,
  aliasId: string,
  end: { reason: string; by: string; at: Date; entryId: string },
): Sql => sql`
  update subjects.alias set end_entry_id = ${end.entryId}, ended_by = ${end.by}, end_reason = ${end.reason}, ended_at = ${end.at}
  where subject_id = ${subjectId}::bigint and alias_id = ${aliasId} and ended_at is null`;

/** Every merge and split of a subject, newest first. */
export const aliasHistory = (subjectId: string): Sql => sql`
  select alias_id, subject_id, stands_for, reason, decided_by, decided_at, ended_by, end_reason, ended_at
  from subjects.alias where subject_id = ${subjectId}::bigint or stands_for = ${subjectId}::bigint
  order by decided_at desc, alias_id desc`;

/** A subject as officers compare it, under its own number, merged or not. */
export interface ComparedRow {
  subject_id: string;
  uscc: string | null;
  name: string;
  status: string;
  registered_on: string | null;
  area_code: string | null;
  former_names: string[];
  stands_for: string | null;
  standing_name: string | null;
  followers: number;
  public_records: number;
}

/** Two where an old number is held under two kinds by two subjects: then it names neither. */
export const comparedSubject = (code: string): Sql => sql`
  select s.subject_id, s.uscc, s.name, s.status, s.registered_on, s.area_code, a.stands_for, t.name as standing_name,
    array(select n.name from subjects.subject_name n where n.subject_id = s.subject_id and n.until is not null
      order by n.until desc, n.name) as former_names,
    (select count(*)::integer from subjects.alias f where f.stands_for = s.subject_id and f.ended_at is null) as followers,
    (select coalesce(sum(r.records), 0)::integer from published.record_counts_of(array[s.subject_id]) r) as public_records
  from subjects.subject s
  left join subjects.alias a on a.subject_id = s.subject_id and a.ended_at is null
  left join subjects.subject t on t.subject_id = a.stands_for
  where s.subject_id in (select k.subject_id from subjects.subject_key k where k.key_value = ${code})
  order by s.subject_id limit 2`;
