/** Statements for wrapping persons' keys anew while settlements and readers work. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** Keys wrapped by another than `kekId`; those that somebody else holds come later. */
export const wrappedOtherwise = (kekId: string, most: number): Sql => sql`
  select subject_id, data_key_wrapped, kek_id from persons.person where kek_id <> ${kekId}
  order by kek_id, subject_id limit ${most} for update skip locked`;

export const rewrap = (
  kekId: string,
  keys: readonly { subjectId: string; wrapped: Uint8Array }[],
): Sql => sql`
  update persons.person p set data_key_wrapped = n.wrapped, kek_id = ${kekId}
  from unnest(${keys.map((one) => one.subjectId)}::bigint[], ${keys.map((one) => one.wrapped)}::bytea[]) as n (subject_id, wrapped)
  where p.subject_id = n.subject_id`;

/** Whether a person's key is still wrapped by this one. */
export const isInUse = (kekId: string): Sql => sql`
  select exists (select from persons.person where kek_id = ${kekId}) as "inUse"`;

/** Held by a settlement until it commits, so that the key it wraps with is not destroyed meanwhile. */
export const holdKek = (kekId: string): Sql => sql`
  select pg_advisory_xact_lock_shared(hashtext('persons.kek'), hashtext(${kekId}))`;

/** Whether no settlement that wraps with the key is open any more. */
export const tryEndKek = (kekId: string): Sql => sql`
  select pg_try_advisory_xact_lock(hashtext('persons.kek'), hashtext(${kekId})) as alone`;
