/** Signs a person in: name and password against a session token that only the browser keeps. */
import { randomToken, sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { tooManyRequests } from '../../platform/problems.ts';
import { matchesPassword } from './password.ts';
import { signInFailed, signInLocked } from './problems.ts';
import { clearFailures, isLocked, reserveAttempt } from './queries/accounts.ts';
import { insertSession } from './queries/sessions.ts';
import type { Session } from './session.ts';
import { settings } from './settings.ts';
import { countAddress, countUnknownName, forgiveAddress, isUnknownNameLocked } from './sign-in-limits.ts';

/**
 * Opens a session and returns its token (256 random bits, base64url) with it; the database keeps the token's hash.
 * @param address the network address that asks, for the limit on failures
 * @throws Problem sign-in-failed (the same for an unknown name and a wrong password), sign-in-locked after ten
 *   failures in a row (also for names that nobody has), too-many-requests for an address that failed too often
 */
export async function signIn(
  platform: Platform,
  attempt: { readonly name: string; readonly password: string; readonly address: string },
): Promise<Session & { readonly token: string }> {
  const wait = await countAddress(platform, attempt.address);
  if (wait > 0) throw new Problem(tooManyRequests, { headers: { 'retry-after': String(wait) } });

  const at = platform.clock.now();
  const loginName = attempt.name.trim().toLowerCase();
  const found = await reserveAttempt(platform.db.app, loginName, at, settings);
  if (found === 'locked') throw locked();
  if (found === 'unknown') throw await refuseUnknown(platform, loginName, attempt.password);

  const { account, passwordHash } = found;
  if (!(await matchesPassword(attempt.password, passwordHash))) {
    throw (await isLocked(platform.db.app, account.accountId, at)) ? locked() : new Problem(signInFailed);
  }
  const token = randomToken(32);
  const expiresAt = new Date(at.getTime() + settings.sessionAbsolute);
  await platform.db.app.transaction(async (tx) => {
    await clearFailures(tx, account.accountId);
    await insertSession(tx, {
      tokenHash: sha256(token),
      accountId: account.accountId,
      createdAt: at,
      expiresAt,
    });
  });
  await forgiveAddress(platform, attempt.address);
  return { token, account, expiresAt };
}

/** Costs and says the same as a wrong password. */
async function refuseUnknown(platform: Platform, loginName: string, password: string): Promise<Problem> {
  if (await isUnknownNameLocked(platform, loginName)) return locked();
  await matchesPassword(password, undefined);
  return (await countUnknownName(platform, loginName)) ? locked() : new Problem(signInFailed);
}

function locked(): Problem {
  return new Problem(signInLocked, { headers: { 'retry-after': String(settings.lock / 1_000) } });
}
