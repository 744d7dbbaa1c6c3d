/** Statements about files in the drop folder: how they looked, which were taken, what came of them. */
import { type Queryable, type Sql, sql } from '../../../platform/db/index.ts';

type At = { readonly unit: string; readonly item: string };

/** A taken file whose end is open. */
export type TakenFile = At & {
  readonly takenId: string;
  readonly fileName: string;
  readonly state: 'handed-in' | 'done' | 'refused';
  readonly refusal: string | null;
  readonly submissionId: string | null;
  readonly exchangeId: string | null;
  readonly takenAt: Date;
};

/** Since when it has looked like this; a change begins anew. */
export async function seeFile(
  db: Queryable,
  file: At & { name: string; sizeBytes: number; modifiedMs: number; at: Date },
): Promise<Date> {
  const { seenAt } = await db.one<{ seenAt: Date }>(sql`
    insert into channels.seen_file as s (unit_code, item, file_name, size_bytes, modified_ms, seen_at)
    values (${file.unit}, ${file.item}, ${file.name}, ${file.sizeBytes}, ${file.modifiedMs}, ${file.at})
    on conflict on constraint seen_file_pkey do update set
      seen_at = case when s.size_bytes = excluded.size_bytes and s.modified_ms = excluded.modified_ms then s.seen_at
        else excluded.seen_at end,
      size_bytes = excluded.size_bytes, modified_ms = excluded.modified_ms
    returning seen_at as "seenAt"`);
  return seenAt;
}

/** Whether it looked the same at an earlier look. */
export async function wasSeen(
  db: Queryable,
  file: At & { name: string; sizeBytes: number; modifiedMs: number },
): Promise<boolean> {
  const found = await db.maybe(sql`
    select 1 from channels.seen_file where unit_code = ${file.unit} and item = ${file.item} and file_name = ${file.name}
      and size_bytes = ${file.sizeBytes} and modified_ms = ${file.modifiedMs}`);
  return found !== undefined;
}

/** Those that are there no more. */
export const forgetSeen = ({ unit, item }: At, there: readonly string[]): Sql => sql`
  delete from channels.seen_file where unit_code = ${unit} and item = ${item} and not file_name = any(${[...there]})`;

export const insertTaken = (file: TakenFile): Sql => sql`
  insert into channels.taken_file (taken_id, unit_code, item, file_name, state, refusal, submission_id, exchange_id, taken_at,
    ended_at)
  values (${file.takenId}, ${file.unit}, ${file.item}, ${file.fileName}, ${file.state}, ${file.refusal}, ${file.submissionId},
    ${file.exchangeId}, ${file.takenAt}, ${file.state === 'handed-in' ? null : file.takenAt})
  on conflict do nothing`;

export function selectTaken(db: Queryable, takenId: string): Promise<TakenFile | undefined> {
  return db.maybe<TakenFile>(sql`
    select taken_id as "takenId", unit_code as unit, item, file_name as "fileName", state, refusal,
      submission_id as "submissionId", exchange_id as "exchangeId", taken_at as "takenAt"
    from channels.taken_file where taken_id = ${takenId}`);
}

export const endTaken = (takenId: string, state: 'done' | 'refused', at: Date): Sql => sql`
  update channels.taken_file set state = ${state}, ended_at = ${at} where taken_id = ${takenId} and state = 'handed-in'`;
