/** Gives a session a new token once its second factor was shown again (ASVS V7.2.4). */
import { randomToken, sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { replaceToken } from './queries/session-list.ts';
import { settings } from './settings.ts';

/**
 * Makes the factor fresh for a new token alone; the one before it goes on for half a minute, stale, so that requests
 * under way end well. `shownAt`: when the factor was shown.
 * @returns the new token; undefined when `tokenHash` is not, or no longer, that of the session: nothing changed
 */
export async function renewSession(
  platform: Platform,
  tokenHash: string,
  shownAt: Date = platform.clock.now(),
): Promise<string | undefined> {
  const token = randomToken(32);
  const formerUntil = new Date(platform.clock.now().getTime() + settings.sessionFormer);
  const next = { tokenHash: sha256(token), factorAt: shownAt, formerUntil };
  return (await replaceToken(platform.db.app, tokenHash, next)) ? token : undefined;
}
