/** Takes a comment on a draft from anybody, without account or name; it is shown once the centre has looked at it. */
import { findPersonalData } from '../../../kernel/personal-data.ts';
import { isId, newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { countRequest, type RateLimit } from '../../../platform/rate-limit.ts';
import { commentNamesSomebody, consultationClosed } from '../problems.ts';
import * as queries from '../queries/drafts.ts';

/** Whoever writes a few comments an hour has room; a machine has not. */
const limit: RateLimit = { name: 'consultation-comment', requests: 5, seconds: 3600 };

/**
 * Takes a comment while the consultation is open.
 * @throws Problem too-many-requests, consultation-closed, comment-names-somebody where it holds a number or an address
 */
export async function sendComment(
  platform: Platform,
  draftId: string,
  body: string,
  address: string,
): Promise<void> {
  countRequest(platform, limit, address);
  const text = body.trim();
  if (findPersonalData(text).length > 0) throw new Problem(commentNamesSomebody);
  const found = isId(draftId)
    ? await platform.db.portal.maybe<{ state: string; until: string }>(queries.selectConsultation(draftId))
    : undefined;
  if (found?.state !== 'consultation' || found.until <= platform.clock.today())
    throw new Problem(consultationClosed);
  const at = platform.clock.now();
  await platform.db.app.query(queries.insertComment({ commentId: newId(), draftId, body: text, at }));
}
