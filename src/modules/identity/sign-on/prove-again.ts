/** Proving oneself again at the city's sign-on, for officers whose second factor is there. */
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { clearFailures, findOpenAccount } from '../queries/accounts.ts';
import type { WaitingStep } from '../queries/sign-on.ts';
import { renewSession } from '../renew-session.ts';
import { settings } from '../settings.ts';
import { told } from '../sign-in-log.ts';
import { type Claims, hasSecondFactor, readClaims, signedInAt } from './claims.ts';
import { bind, readingOf } from './enter.ts';
import { signOnNotProved } from './problems.ts';

/**
 * Makes the factor of the waiting session fresh, if the same officer signed in there anew and with two factors.
 * @returns the session's new token
 * @throws Problem sign-on-not-proved, sign-on-claims-unclear, sign-on-clash
 */
export function proveAgain(platform: Platform, claims: Claims, step: WaitingStep): Promise<string> {
  const { steppingUp, startedAt } = step;
  if (!steppingUp) throw new Error('a step without a session proves nothing');
  const { accountId, sessionHash } = steppingUp;
  return told(platform, { event: 'step-up', method: 'sign-on', accountId }, async () => {
    const { app } = platform.db;
    const at = platform.clock.now();
    const reading = readingOf(platform);
    const claimed = readClaims(claims, reading);
    const account =
      claimed.kind === 'officer' ? await findOpenAccount(app, claimed.loginName, at) : undefined;
    const shownAt = signedInAt(claims);
    // A sign-in from before this step is the provider's memory, not the person.
    const isAnew = shownAt.getTime() >= startedAt.getTime() - settings.clockSkew;
    if (account?.accountId !== accountId || !isAnew || !hasSecondFactor(claims, reading))
      throw new Problem(signOnNotProved);
    await bind(platform, { kind: 'officer', boundId: accountId }, claims);
    await clearFailures(app, accountId);
    const shown = new Date(Math.min(at.getTime(), shownAt.getTime()));
    const token = await renewSession(platform, sessionHash, shown);
    // Signed out meanwhile, or proved otherwise: what began with the former token ends with nothing.
    if (token === undefined) throw new Problem(signOnNotProved);
    return token;
  });
}
