/** Drafts and their comments as the centre sees them. */
import { actorName, type SignedInActor } from '../../../platform/actor.ts';
import { isId } from '../../../platform/ids.ts';
import { type Platform, Problem } from '../../../platform/index.ts';
import { draftNotFound } from '../problems.ts';
import * as queries from '../queries/drafts.ts';
import { isOfCentre } from './drafts.ts';

type Listed = queries.DraftRow & { readonly comments: number; readonly unread: number };

/** The newest two hundred, without who wrote them; other units than the centre see none. */
export async function listDrafts(platform: Platform, actor: SignedInActor) {
  if (!(await isOfCentre(platform, actor))) return [];
  const own = actorName(actor);
  const today = platform.clock.today();
  return (await platform.db.app.query<Listed>(queries.selectDrafts())).map((row) => ({
    draftId: row.draftId,
    item: row.item,
    name: row.definition.name,
    reason: row.reason,
    state: row.state,
    isOwn: row.author === own,
    createdAt: row.createdAt.toISOString(),
    review: row.review,
    until: row.until,
    isOver: row.until !== null && row.until <= today,
    outcome: row.outcome,
    comments: row.comments,
    unread: row.unread,
  }));
}

/** All comments of a draft, in their order. @throws Problem draft-not-found for other units than the centre */
export async function listComments(platform: Platform, actor: SignedInActor, draftId: string) {
  if (!isId(draftId) || !(await isOfCentre(platform, actor))) throw new Problem(draftNotFound);
  const rows = await platform.db.app.query<{
    commentId: string;
    body: string;
    sentAt: Date;
    shown: boolean | null;
    moderation: string | null;
  }>(queries.selectComments(draftId));
  return rows.map(({ sentAt, ...row }) => ({ ...row, sentAt: sentAt.toISOString() }));
}
