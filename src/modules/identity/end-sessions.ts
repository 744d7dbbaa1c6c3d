/** Ending sessions: all others of one's own, and all of an account by its administrator. */
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { getOwnAccount } from './managed-accounts.ts';
import type { Officer } from './may-decide.ts';
import { endSessionsOf } from './queries/sessions.ts';
import { tell } from './sign-in-log.ts';

/** Leaves the session of `token` alone. @returns how many ended */
export async function endOtherSessions(
  platform: Platform,
  { accountId }: Officer,
  token: string,
): Promise<number> {
  const ended = await endSessionsOf(platform.db.app, accountId, platform.clock.now(), sha256(token));
  tell(platform, { event: 'sessions-ended', outcome: 'done', accountId });
  return ended;
}

/** Ends all sessions of an account of the administrator's unit. @throws Problem account-unknown */
export async function endSessionsFor(platform: Platform, officer: Officer, of: string): Promise<number> {
  const { accountId } = await getOwnAccount(platform, officer, of);
  const ended = await endSessionsOf(platform.db.app, accountId, platform.clock.now());
  tell(platform, { event: 'sessions-ended', outcome: 'done', accountId, by: officer.accountId });
  return ended;
}
