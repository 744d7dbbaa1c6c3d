/** Judges a comment: shown to everybody, or withheld for a reason that everybody reads in its place. */
import { actorName, type SignedInActor } from '../../../platform/actor.ts';
import { isId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { commentNotFound } from '../problems.ts';
import * as queries from '../queries/drafts.ts';
import { requireCentre } from './drafts.ts';

/**
 * Shows a comment, or withholds it for a reason that everybody reads in its place.
 * @throws Problem not-allowed, comment-not-found also when it was judged before
 */
export async function moderateComment(
  platform: Platform,
  actor: SignedInActor,
  commentId: string,
  given: { readonly show: boolean; readonly because?: string | undefined },
): Promise<void> {
  await requireCentre(platform, actor);
  const judged = isId(commentId)
    ? await platform.db.app.maybe(
        queries.moderateComment(commentId, {
          shown: given.show,
          by: actorName(actor),
          at: platform.clock.now(),
          because: given.because ?? null,
        }),
      )
    : undefined;
  if (judged === undefined) throw new Problem(commentNotFound);
}
