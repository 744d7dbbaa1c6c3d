/** Ends a session. */
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { endSession } from './queries/sessions.ts';

/** Ends the session of `token`; nothing happens when there is none. */
export async function signOut(platform: Platform, token: string): Promise<void> {
  await endSession(platform.db.app, sha256(token), platform.clock.now());
}
