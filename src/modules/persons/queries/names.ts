/** Statements about the names that persons bore. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** A change of name as it is written. */
export interface NewNameChange {
  subjectId: string;
  changeId: string;
  formerMark: Uint8Array;
  nameMark: Uint8Array;
  payload: Uint8Array;
  /** False where the person was known by the new name already. */
  renames: boolean;
}

/** Only from the name that was read, so that two settlements can't both rename. */
export const renamePerson = (subjectId: string, former: Uint8Array, mark: Uint8Array): Sql => sql`
  update persons.person set name_mark = ${mark}
  where subject_id = ${subjectId}::bigint and name_mark = ${former} returning subject_id`;

export const insertNameChanges = (
  changes: readonly NewNameChange[],
  facts: { readonly unitCode: string; readonly submissionId: string; readonly at: Date },
): Sql => sql`
  insert into persons.name_change (subject_id, change_id, former_mark, name_mark, payload, unit_code, submission_id,
    changed_at, entry_id)
  select n.subject_id, n.change_id, n.former_mark, n.name_mark, n.payload, ${facts.unitCode}, ${facts.submissionId},
    ${facts.at}, n.change_id
  from unnest(${changes.map((one) => one.subjectId)}::bigint[], ${changes.map((one) => one.changeId)}::bigint[],
    ${changes.map((one) => one.formerMark)}::bytea[], ${changes.map((one) => one.nameMark)}::bytea[],
    ${changes.map((one) => one.payload)}::bytea[]) as n (subject_id, change_id, former_mark, name_mark, payload)`;

/** A change as it lies. */
export interface SealedNameChange {
  change_id: string;
  payload: Buffer;
  unit_code: string;
  changed_at: Date;
}

/** Newest first; the transaction needs an access row about the subject. */
export const nameChangesOf = (subjectId: string): Sql => sql`
  select change_id, payload, unit_code, changed_at from persons.name_change
  where subject_id = ${subjectId}::bigint order by change_id desc`;

export const deleteNameChanges = (subjectId: string): Sql => sql`
  delete from persons.name_change where subject_id = ${subjectId}::bigint returning entry_id`;
