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
