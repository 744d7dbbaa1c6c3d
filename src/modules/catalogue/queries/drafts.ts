/** Statements about drafts of items and what people say about them. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { ItemDefinition } from '../item-definition.ts';

/** A draft as it is stored. */
export interface DraftRow {
  readonly draftId: string;
  readonly item: string;
  readonly edition: string;
  readonly definition: ItemDefinition;
  readonly reason: string;
  readonly state: 'draft' | 'refused' | 'consultation' | 'waiting' | 'withdrawn';
  readonly author: string;
  readonly createdAt: Date;
  readonly reviewedBy: string | null;
  readonly review: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly outcome: string | null;
  readonly versionId: string | null;
}

const columns = sql`draft_id as "draftId", item, edition_id as edition, definition, reason, state, author,
  created_at as "createdAt", reviewed_by as "reviewedBy", review, consultation_from as "from",
  consultation_until as until, outcome, version_id as "versionId"`;

export const insertDraft = (row: {
  readonly draftId: string;
  readonly definition: ItemDefinition;
  readonly reason: string;
  readonly author: string;
  readonly at: Date;
}): Sql => sql`
  insert into catalogue.draft (draft_id, item, edition_id, definition, reason, state, author, created_at)
  values (${row.draftId}, ${row.definition.item}, ${row.definition.edition}, ${JSON.stringify(row.definition)}::jsonb,
    ${row.reason}, 'draft', ${row.author}, ${row.at})`;

export const selectDrafts = (): Sql => sql`
  select ${columns}, (select count(*)::int from catalogue.comment c where c.draft_id = d.draft_id) as comments,
    (select count(*)::int from catalogue.comment c where c.draft_id = d.draft_id and c.shown is null) as unread
  from catalogue.draft d order by draft_id desc limit 200`;

export const lockDraft = (draftId: string): Sql => sql`
  select ${columns} from catalogue.draft where draft_id = ${draftId} for update`;

export const reviewDraft = (
  draftId: string,
  given: {
    readonly by: string;
    readonly at: Date;
    readonly note: string;
    readonly open: { readonly from: string; readonly until: string } | undefined;
  },
): Sql => sql`
  update catalogue.draft set reviewed_by = ${given.by}, reviewed_at = ${given.at}, review = ${given.note},
    state = ${given.open ? 'consultation' : 'refused'}, consultation_from = ${given.open?.from ?? null},
    consultation_until = ${given.open?.until ?? null}, closed_at = ${given.open ? null : given.at}
  where draft_id = ${draftId}`;

export const closeDraft = (
  draftId: string,
  given: {
    readonly state: 'waiting' | 'withdrawn';
    readonly outcome: string;
    readonly versionId: string | null;
    readonly at: Date;
  },
): Sql => sql`
  update catalogue.draft set state = ${given.state}, outcome = ${given.outcome}, version_id = ${given.versionId},
    closed_at = ${given.at}
  where draft_id = ${draftId}`;

export const insertComment = (row: {
  readonly commentId: string;
  readonly draftId: string;
  readonly body: string;
  readonly at: Date;
}): Sql => sql`
  insert into catalogue.comment (comment_id, draft_id, body, sent_at)
  values (${row.commentId}, ${row.draftId}, ${row.body}, ${row.at})`;

export const selectComments = (draftId: string): Sql => sql`
  select comment_id as "commentId", body, sent_at as "sentAt", shown, moderation
  from catalogue.comment where draft_id = ${draftId} order by comment_id limit 1000`;

export const countUnread = (draftId: string): Sql => sql`
  select count(*)::int as unread from catalogue.comment where draft_id = ${draftId} and shown is null`;

/** Nothing where there is no such comment or it was judged before. */
export const moderateComment = (
  commentId: string,
  given: { readonly shown: boolean; readonly by: string; readonly at: Date; readonly because: string | null },
): Sql => sql`
  update catalogue.comment set shown = ${given.shown}, moderated_by = ${given.by}, moderated_at = ${given.at},
    moderation = ${given.because}
  where comment_id = ${commentId} and shown is null returning comment_id`;

/** Consultations as everybody reads them, the newest first. */
export const selectConsultations = (): Sql => sql`
  select draft_id as "draftId", item, edition_id as edition, definition, reason, state, consultation_from as "from",
    consultation_until as until, outcome
  from published.consultation order by draft_id desc limit 200`;

export const selectConsultation = (draftId: string): Sql => sql`
  select draft_id as "draftId", item, edition_id as edition, definition, reason, state, consultation_from as "from",
    consultation_until as until, outcome
  from published.consultation where draft_id = ${draftId}`;

export const selectShownComments = (draftId: string): Sql => sql`
  select comment_id as "commentId", body, sent_at as "sentAt", shown, withheld_because as because
  from published.comment where draft_id = ${draftId} order by comment_id`;
