/** The first half of signing in: name and password; with the code at once, the whole of it. */
import { randomToken, sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import type { Account } from './account.ts';
import { type Entered, openSession, type Whence } from './open-session.ts';
import { matchesPassword } from './password.ts';
import { codeRefused, signInFailed } from './problems.ts';
import { reserveAttempt, returnAttempt } from './queries/accounts.ts';
import { type Factors, insertStep, selectFactors } from './queries/second-factor.ts';
import { sealTotp, spendTotp } from './second-factor.ts';
import { settings } from './settings.ts';
import { countUnknownName, forgiveAddress, isUnknownNameLocked } from './sign-in-limits.ts';
import { type Telling, told } from './sign-in-log.ts';
import { countTurn, lockedProblem, refusalOf } from './sign-in-turn.ts';
import { newTotpSecret, totpUri } from './totp.ts';

/** The password was right; the code comes with the ticket. `enrol` is there when the account has no second factor yet. */
export type FirstStep = {
  readonly kind: 'step';
  /** Good for ten minutes and one session. */
  readonly ticket: string;
  readonly enrol?: { readonly secret: string; readonly uri: string };
  /** The password was chosen by somebody else: a new one comes with the code. */
  readonly choosePassword: boolean;
};

/** What somebody types, and from where. */
export type Attempt = Whence & { readonly name: string; readonly password: string; readonly code?: string };

/**
 * Judges name and password, and the code if it came along.
 * @throws Problem sign-in-failed (the same for an unknown name and a wrong password), code-refused, sign-in-locked
 *   after ten failures in a row, wrong codes included (also for names that nobody has), too-many-requests for an address
 */
export function signIn(platform: Platform, attempt: Attempt): Promise<Entered | FirstStep> {
  const what: Telling = { event: 'sign-in', method: attempt.code === undefined ? 'password' : 'code' };
  return told(
    platform,
    what,
    () => judge(platform, attempt, what),
    ({ kind }) => (kind === 'step' ? { event: 'first-step' } : {}),
  );
}

async function judge(platform: Platform, attempt: Attempt, what: Telling): Promise<Entered | FirstStep> {
  await countTurn(platform, attempt.address);
  const { app } = platform.db;
  const loginName = attempt.name.trim().toLowerCase();
  const found = await reserveAttempt(app, { loginName }, platform.clock.now(), settings);
  if (found === 'locked') throw lockedProblem();
  if (found === 'unknown') throw await refuseUnknown(platform, loginName, attempt.password);

  const { account, passwordHash } = found;
  const { accountId } = account;
  what.accountId = accountId;
  if (!(await matchesPassword(attempt.password, passwordHash)))
    throw await refusalOf(platform, accountId, new Problem(signInFailed));
  const factors = await selectFactors(app, accountId);
  if (attempt.code !== undefined && factors.totpSealed && !factors.passwordInitial) {
    if (!(await spendTotp(platform, app, accountId, factors.totpSealed, attempt.code)))
      throw await refusalOf(platform, accountId, new Problem(codeRefused));
    const entered = await app.transaction((tx) =>
      openSession(platform, tx, account, { ...attempt, method: 'code' }),
    );
    await forgiveAddress(platform, attempt.address);
    return entered;
  }
  // This try failed at nothing, but what was counted before it stays: the password alone doesn't clear wrong codes.
  await returnAttempt(app, accountId, found.lockedUntil, settings.failuresToLock);
  await forgiveAddress(platform, attempt.address);
  return beginStep(platform, account, factors);
}

/** Waits for the code of an account that has shown the first half, here or at the city's sign-on. */
export async function beginStep(platform: Platform, account: Account, factors: Factors): Promise<FirstStep> {
  const ticket = randomToken(32);
  const at = platform.clock.now();
  const secret = factors.totpSealed ? undefined : newTotpSecret();
  await insertStep(platform.db.app, {
    ticketHash: sha256(ticket),
    accountId: account.accountId,
    totpSealed: secret === undefined ? null : sealTotp(platform, account.accountId, secret),
    createdAt: at,
    expiresAt: new Date(at.getTime() + settings.signInStep),
  });
  return {
    kind: 'step',
    ticket,
    choosePassword: factors.passwordInitial,
    ...(secret === undefined ? {} : { enrol: { secret, uri: totpUri(secret, account.loginName) } }),
  };
}

/** Costs and says the same as a wrong password. */
async function refuseUnknown(platform: Platform, loginName: string, password: string): Promise<Problem> {
  if (await isUnknownNameLocked(platform, loginName)) return lockedProblem();
  await matchesPassword(password, undefined);
  return (await countUnknownName(platform, loginName)) ? lockedProblem() : new Problem(signInFailed);
}
