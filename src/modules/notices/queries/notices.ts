/** Statements on notices and their contact. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { NoticeKind } from '../kinds.ts';

/** News for one subject. */
export interface NewNotice {
  readonly subjectId: string;
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly reference: string;
  readonly facts: Readonly<Record<string, string | null>>;
}

/** The same news a second time is nothing. */
export const insertNotices = (
  notices: readonly NewNotice[],
  at: Date,
  entry: { readonly entryId: string; readonly erasable: boolean },
): Sql => sql`
  insert into notices.notice (subject_id, notice_id, kind, reference, facts, created_at, erasable, entry_id)
  select n."subjectId", n."noticeId", n.kind, n.reference, n.facts, ${at}, ${entry.erasable}, ${entry.entryId}::bigint
  from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
    as n("subjectId" bigint, "noticeId" bigint, kind text, reference text, facts jsonb)
  on conflict (subject_id, kind, reference) do nothing
  returning notice_id`;

export const deleteSeen = (subjectId: string): Sql => sql`
  delete from notices.seen where subject_id = ${subjectId}::bigint`;

export const deleteNotices = (subjectId: string): Sql => sql`
  delete from notices.notice where subject_id = ${subjectId}::bigint returning entry_id`;

/** A notice as its subject reads it. */
export interface NoticeRow {
  notice_id: string;
  kind: NoticeKind;
  facts: Record<string, string | null>;
  created_at: Date;
  seen_at: Date | null;
}

export const noticesOf = (
  subjectIds: readonly string[],
  page: { before?: string | undefined; limit: number },
): Sql => sql`
  select n.notice_id, n.kind, n.facts, n.created_at, s.seen_at from notices.notice n
  left join notices.seen s on s.subject_id = n.subject_id and s.notice_id = n.notice_id
  where n.subject_id = any (${subjectIds}::bigint[])
    and (${page.before ?? null}::bigint is null or n.notice_id < ${page.before ?? null}::bigint)
  order by n.notice_id desc limit ${page.limit}`;

export const markSeen = (subjectIds: readonly string[], upTo: string, at: Date): Sql => sql`
  insert into notices.seen (subject_id, notice_id, seen_at)
  select subject_id, notice_id, ${at} from notices.notice
  where subject_id = any (${subjectIds}::bigint[]) and notice_id <= ${upTo}::bigint
  on conflict (subject_id, notice_id) do nothing`;

/** Adverse records whose publicity was to end by this day and of whose end nobody was told. */
export const dueEnds = (today: string, limit: number): Sql => sql`
  select n.subject_id, n.reference, n.facts from notices.notice n
  where n.kind = 'adverse-record' and n.facts ->> 'publicUntil' <= ${today}
    and not exists (select from notices.notice e
      where e.subject_id = n.subject_id and e.kind = 'publicity-ended' and e.reference = n.reference)
  order by n.subject_id, n.notice_id limit ${limit}`;

/** Notices that were not sent to the subject's contact yet; those from before the contact stay in the console. */
export const undelivered = (limit: number): Sql => sql`
  select n.subject_id, n.notice_id, n.kind, c.contact_id, c.channel, c.address_sealed
  from notices.notice n
  join notices.contact c on c.subject_id = n.subject_id and c.ended_at is null and c.since <= n.created_at
  where not exists (select from notices.delivery d where d.subject_id = n.subject_id and d.notice_id = n.notice_id)
  order by n.notice_id limit ${limit}`;

/** A notice as it was sent. */
export interface NewDelivery {
  readonly subjectId: string;
  readonly noticeId: string;
  readonly channel: string;
  readonly at: Date;
  readonly entryId: string;
}

export const insertDelivery = (one: NewDelivery): Sql => sql`
  insert into notices.delivery (subject_id, notice_id, channel, sent_at, entry_id)
  values (${one.subjectId}, ${one.noticeId}, ${one.channel}, ${one.at}, ${one.entryId})
  on conflict (subject_id, notice_id) do nothing returning notice_id`;

/** The contact of a subject. */
export interface ContactRow {
  contact_id: string;
  channel: 'email' | 'sms';
  hint: string;
  address_sealed: Buffer;
  address_hash: Buffer;
}

export const contactOf = (subjectIds: readonly string[]): Sql => sql`
  select contact_id, channel, hint, address_sealed, address_hash from notices.contact
  where subject_id = any (${subjectIds}::bigint[]) and ended_at is null order by contact_id desc limit 1`;

/** One change of a subject's contact at a time: of two at once the later one would find no earlier one to end. */
export const lockContact = (subjectId: string): Sql =>
  sql`select pg_advisory_xact_lock(hashtext('notices.contact'), hashtext(${subjectId}))`;

export const endContact = (subjectId: string, at: Date): Sql => sql`
  update notices.contact set ended_at = ${at} where subject_id = ${subjectId} and ended_at is null`;

export const insertContact = (contact: {
  subjectId: string;
  contactId: string;
  channel: string;
  sealed: Buffer;
  hash: Buffer;
  hint: string;
  at: Date;
}): Sql => sql`
  insert into notices.contact (subject_id, contact_id, channel, address_sealed, address_hash, hint, since)
  values (${contact.subjectId}, ${contact.contactId}, ${contact.channel}, ${contact.sealed}, ${contact.hash}, ${contact.hint},
    ${contact.at})`;

export const subjectsOfAddress = (hash: Buffer): Sql => sql`
  select count(distinct subject_id)::integer as subjects from notices.contact where address_hash = ${hash} and ended_at is null`;
