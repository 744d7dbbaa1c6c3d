/** Statements that erase a person, and those that sweep what the database leaves behind of erased rows. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';

/** The person, locked: a settlement at work appends before or finds nobody after. */
export const lockPerson = (subjectId: string): Sql => sql`
  select subject_id from persons.person where subject_id = ${subjectId}::bigint for update`;

/** Each statement gives the log entries of the rows it deleted. */
export const deleteEnds = (subjectId: string): Sql => sql`
  delete from persons.version_end where subject_id = ${subjectId}::bigint returning entry_id`;

export const deleteRecords = (subjectId: string): Sql => sql`
  delete from persons.record where subject_id = ${subjectId}::bigint returning entry_id`;

export const deleteLink = (subjectId: string): Sql => sql`
  delete from persons.person_key where subject_id = ${subjectId}::bigint`;

export const deletePerson = (subjectId: string): Sql => sql`
  delete from persons.person where subject_id = ${subjectId}::bigint`;

/** An erasure as it is kept: nothing that says whose. */
export interface NewErasure {
  erasureId: string;
  ground: string;
  records: number;
  at: Date;
}

export const insertErasure = ({ erasureId, ground, records, at }: NewErasure): Sql => sql`
  insert into persons.erasure (erasure_id, ground, records, erased_at, entry_id)
  values (${erasureId}, ${ground}, ${records}, ${at}, ${erasureId})`;

/** Writes the tables and their indexes anew, without the room in which erased rows lay; outside a transaction. */
export const rewriteTable = (table: string): Sql => sql`vacuum (full) ${raw(table)}`;

/** Tables of this module that held something of a person. */
export const personTables: readonly string[] = [
  'persons.version_end',
  'persons.name_change',
  'persons.erasure_wish',
  'persons.record',
  'persons.person_key',
  'persons.person',
];

/** The register, newest first. */
export const selectErasures = (page: { before?: string | undefined; limit: number }): Sql => sql`
  select erasure_id as "erasureId", ground, records, erased_at as "erasedAt" from persons.erasure
  where ${page.before ?? null}::bigint is null or erasure_id < ${page.before ?? null}::bigint
  order by erasure_id desc limit ${page.limit}`;
