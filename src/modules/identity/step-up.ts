/** Showing the second factor again, for a dangerous act. */
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import type { Officer } from './may-decide.ts';
import { codeRefused } from './problems.ts';
import { clearFailures, reserveAttempt } from './queries/accounts.ts';
import { selectFactors } from './queries/second-factor.ts';
import { renewSession } from './renew-session.ts';
import { spendTotp } from './second-factor.ts';
import { settings } from './settings.ts';
import { told } from './sign-in-log.ts';
import { lockedProblem, refusalOf } from './sign-in-turn.ts';

/**
 * Shows the second factor again; wrong codes count towards the lock as at sign-in.
 * @returns the session's new token, as `renewSession` does
 * @throws Problem code-refused, sign-in-locked
 */
export function stepUp(
  platform: Platform,
  officer: Officer,
  token: string,
  code: string,
): Promise<string | undefined> {
  const { accountId } = officer;
  const what = { event: 'step-up', method: 'code', accountId } as const;
  return told(platform, what, () => judge(platform, accountId, token, code));
}

async function judge(
  platform: Platform,
  accountId: string,
  token: string,
  code: string,
): Promise<string | undefined> {
  const { app } = platform.db;
  const at = platform.clock.now();
  const reserved = await reserveAttempt(app, { accountId }, at, settings);
  if (typeof reserved === 'string') throw lockedProblem();
  const { totpSealed } = await selectFactors(app, accountId);
  if (!totpSealed || !(await spendTotp(platform, app, accountId, totpSealed, code)))
    throw await refusalOf(platform, accountId, new Problem(codeRefused));
  await clearFailures(app, accountId);
  return renewSession(platform, sha256(token));
}
