/** Changing one's own password: with the old one, after a fresh factor; sessions elsewhere end with it. */
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { passwordProblem } from './check-password.ts';
import type { Officer } from './may-decide.ts';
import { hashPassword, matchesPassword } from './password.ts';
import { oldPasswordWrong } from './problems.ts';
import { clearFailures, reserveAttempt } from './queries/accounts.ts';
import { updatePassword } from './queries/second-factor.ts';
import { endSessionsOf } from './queries/sessions.ts';
import { settings } from './settings.ts';
import { told } from './sign-in-log.ts';
import { lockedProblem, refusalOf } from './sign-in-turn.ts';

/** What is typed. */
export type PasswordChange = { readonly oldPassword: string; readonly newPassword: string };

/**
 * A wrong old password counts towards the lock as at sign-in.
 * @throws Problem old-password-wrong, password-refused, sign-in-locked
 */
export function changePassword(
  platform: Platform,
  { accountId }: Officer,
  token: string,
  change: PasswordChange,
): Promise<void> {
  return told(platform, { event: 'password-changed', method: 'password', accountId }, () =>
    judge(platform, accountId, token, change),
  );
}

async function judge(
  platform: Platform,
  accountId: string,
  token: string,
  { oldPassword, newPassword }: PasswordChange,
): Promise<void> {
  const { app } = platform.db;
  const at = platform.clock.now();
  const found = await reserveAttempt(app, { accountId }, at, settings);
  if (typeof found === 'string') throw lockedProblem();
  if (!(await matchesPassword(oldPassword, found.passwordHash)))
    throw await refusalOf(platform, accountId, new Problem(oldPasswordWrong));
  await clearFailures(app, accountId);
  const fault = await passwordProblem(platform, newPassword, found.account);
  if (fault) throw fault;
  const hash = await hashPassword(newPassword);
  await app.transaction(async (tx) => {
    await updatePassword(tx, accountId, { hash, initial: false });
    await endSessionsOf(tx, accountId, at, sha256(token));
  });
}
