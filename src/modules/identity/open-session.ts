/** Opens a session for an account that has proved who it is. */
import { randomToken, sha256 } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import type { Account } from './account.ts';
import { clearFailures } from './queries/accounts.ts';
import { endOldestSessions, insertSession } from './queries/sessions.ts';
import type { Session, SignInMethod } from './session.ts';
import { settings } from './settings.ts';

/** From where somebody signs in: the network address, and what the browser says of itself. */
export type Whence = { readonly address: string; readonly device: string };

/** A session and its token: 256 random bits, base64url, of which the database keeps the hash. */
export type Entered = { readonly kind: 'session'; readonly token: string } & Session;

const longestDevice = 200;

/** Begins the session in `tx`, forgets the failures before it, and ends the oldest of too many. */
export async function openSession(
  platform: Platform,
  tx: Tx,
  account: Account,
  by: Whence & { readonly method: SignInMethod; readonly factorAt?: Date },
): Promise<Entered> {
  const at = platform.clock.now();
  const token = randomToken(32);
  const expiresAt = new Date(at.getTime() + settings.sessionAbsolute);
  // This locks the account's row: two sign-ins at once count each other.
  await clearFailures(tx, account.accountId);
  await endOldestSessions(tx, account.accountId, platform.config.sessionsAtOnce - 1, at);
  await insertSession(tx, {
    tokenHash: sha256(token),
    sessionId: newId(),
    accountId: account.accountId,
    method: by.method,
    address: by.address,
    device: by.device.slice(0, longestDevice),
    createdAt: at,
    factorAt: by.factorAt ?? at,
    expiresAt,
  });
  return { kind: 'session', token, account, expiresAt };
}
