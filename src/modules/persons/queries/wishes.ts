/** Statements about persons' own requests for erasure. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { WishGround } from '../wishes-data.ts';

/** A request as it is written. */
export interface NewWish {
  readonly subjectId: string;
  readonly wishId: string;
  readonly ground: WishGround;
  readonly askedAt: Date;
  readonly dueOn: string;
  readonly dueFixed: boolean;
}

/** One open request a person: another gives no row. */
export const insertWish = (wish: NewWish): Sql => sql`
  insert into persons.erasure_wish (subject_id, wish_id, ground, asked_at, due_on, due_fixed, entry_id)
  values (${wish.subjectId}, ${wish.wishId}, ${wish.ground}, ${wish.askedAt}, ${wish.dueOn}, ${wish.dueFixed}, ${wish.wishId})
  on conflict (subject_id) where refused_at is null do nothing returning wish_id`;

/** A request as it stands. */
export interface WishRow {
  subject_id: string;
  wish_id: string;
  ground: WishGround;
  asked_at: Date;
  due_on: string;
  due_fixed: boolean;
  is_overdue: boolean;
  refused_at: Date | null;
  says: string | null;
}

const columns = sql`subject_id, wish_id, ground, asked_at, due_on, due_fixed, refused_at, says,
  refused_at is null and due_on < platform.today() as is_overdue`;

export const wishesOf = (subjectId: string): Sql => sql`
  select ${columns} from persons.erasure_wish where subject_id = ${subjectId}::bigint order by wish_id desc limit 20`;

/** What waits for an answer, the most urgent first. */
export const openWishes = (limit: number): Sql => sql`
  select ${columns} from persons.erasure_wish where refused_at is null order by due_on, wish_id limit ${limit}`;

export const openWish = (wishId: string): Sql => sql`
  select ${columns} from persons.erasure_wish where wish_id = ${wishId}::bigint and refused_at is null`;

export const refuseWish = (wishId: string, says: string, at: Date, entryId: string): Sql => sql`
  update persons.erasure_wish set refused_at = ${at}, says = ${says}, refusal_entry_id = ${entryId}::bigint
  where wish_id = ${wishId}::bigint and refused_at is null returning wish_id`;

export const deleteWishes = (subjectId: string): Sql => sql`
  delete from persons.erasure_wish where subject_id = ${subjectId}::bigint returning entry_id, refusal_entry_id`;
