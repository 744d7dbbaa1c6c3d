/** Finds the session behind a token and keeps it awake. */
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { selectSession, touchSession } from './queries/sessions.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';

/** The session of `token` if it may still be used, else undefined; asking counts as use. */
export async function currentSession(platform: Platform, token: string): Promise<Session | undefined> {
  const at = platform.clock.now();
  const hash = sha256(token);
  const idleSince = new Date(at.getTime() - settings.sessionIdle);
  const session = await selectSession(platform.db.app, hash, at, idleSince);
  if (!session) return undefined;
  const { account, seenAt, expiresAt } = session;
  if (at.getTime() - seenAt.getTime() >= settings.sessionTouch) await touchSession(platform.db.app, hash, at);
  return { account, expiresAt };
}
