/** Ends a session. */
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { endSession } from './queries/sessions.ts';
import { tell } from './sign-in-log.ts';
import { endSubjectSessionOf } from './subject-session.ts';

/** Ends the session of `token`, an officer's or a subject's; nothing happens when there is none. */
export async function signOut(platform: Platform, token: string): Promise<void> {
  const accountId = await endSession(platform.db.app, sha256(token), platform.clock.now());
  await endSubjectSessionOf(platform, token);
  tell(platform, { event: 'sign-out', outcome: 'done', ...(accountId === undefined ? {} : { accountId }) });
}
