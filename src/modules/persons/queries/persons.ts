/** Statements about persons, their wrapped keys and the one link from a number to a subject. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { WrappedKey } from '../person-keys.ts';

/** A person as found by a blind index. */
export interface FoundPerson extends WrappedKey {
  blind_index: Buffer;
  name_mark: Buffer;
  former_marks: Buffer[];
}

export const personsByIndex = (blindIndexes: readonly Uint8Array[]): Sql => sql`
  select k.blind_index, p.subject_id, p.data_key_wrapped, p.kek_id, p.name_mark,
    array(select c.former_mark from persons.name_change c where c.subject_id = p.subject_id) as former_marks
  from persons.person_key k join persons.person p on p.subject_id = k.subject_id
  where k.blind_index = any(${blindIndexes}::bytea[])`;

export const subjectByIndex = (blindIndex: Uint8Array): Sql => sql`
  select subject_id from persons.person_key where blind_index = ${blindIndex}`;

export const linkOf = (subjectId: string): Sql => sql`
  select subject_id from persons.person_key where subject_id = ${subjectId}::bigint`;

/** The links of persons that are new; one that another settlement makes at this moment is waited for and not made twice. */
export const insertLinks = (links: readonly { blindIndex: Uint8Array; subjectId: string }[]): Sql => sql`
  insert into persons.person_key (blind_index, subject_id)
  select * from unnest(${links.map((link) => link.blindIndex)}::bytea[], ${links.map((link) => link.subjectId)}::bigint[])
  on conflict (blind_index) do nothing
  returning subject_id`;

/** A person as it is made. */
export interface NewPerson {
  subjectId: string;
  wrapped: Uint8Array;
  kekId: string;
  nameMark: Uint8Array;
}

export const insertPersons = (persons: readonly NewPerson[], at: Date): Sql => sql`
  insert into persons.person (subject_id, created_at, data_key_wrapped, kek_id, name_mark)
  select n.subject_id, ${at}, n.wrapped, n.kek_id, n.name_mark
  from unnest(${persons.map((one) => one.subjectId)}::bigint[], ${persons.map((one) => one.wrapped)}::bytea[],
    ${persons.map((one) => one.kekId)}::text[], ${persons.map((one) => one.nameMark)}::bytea[])
    as n (subject_id, wrapped, kek_id, name_mark)`;

export const wrappedKeyOf = (subjectId: string): Sql => sql`
  select subject_id, data_key_wrapped, kek_id from persons.person where subject_id = ${subjectId}::bigint`;

/** Subjects behind `after`, ascending. */
export const subjectsAfter = (after: string, most: number): Sql => sql`
  select subject_id from persons.person where subject_id > ${after}::bigint order by subject_id limit ${most}`;
