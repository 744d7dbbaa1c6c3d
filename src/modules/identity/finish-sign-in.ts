/** The second half of signing in: the code, at the first time also its enrolment and a password of one's own. */
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import type { Account } from './account.ts';
import { passwordProblem } from './check-password.ts';
import { type Entered, openSession, type Whence } from './open-session.ts';
import { hashPassword } from './password.ts';
import { codeRefused, passwordRefused, ticketRefused } from './problems.ts';
import { reserveAttempt } from './queries/accounts.ts';
import { deleteStep, selectStep, takeTotpStep, updatePassword, updateTotp } from './queries/second-factor.ts';
import { judgeTotp } from './second-factor.ts';
import { settings } from './settings.ts';
import { forgiveAddress } from './sign-in-limits.ts';
import { type Telling, told } from './sign-in-log.ts';
import { countTurn, lockedProblem, refusalOf } from './sign-in-turn.ts';

/** The ticket of the first half, the code, and a new password where the first half asked for one. */
export type SecondStep = Whence & {
  readonly ticket: string;
  readonly code: string;
  readonly newPassword?: string;
};

async function readStep(platform: Platform, ticketHash: string) {
  const step = await selectStep(platform.db.app, ticketHash, platform.clock.now());
  const sealed = step?.totpSealed ?? step?.newSealed;
  if (!step || !sealed) throw new Problem(ticketRefused);
  return { ...step, sealed };
}

/** Judged before the code, so that its answer tells nothing about the code. */
async function choosePassword(
  platform: Platform,
  account: Account,
  password: string | undefined,
): Promise<string> {
  if (password === undefined) throw new Problem(passwordRefused);
  const fault = await passwordProblem(platform, password, account);
  if (fault) throw fault;
  return password;
}

/**
 * Judges the code; a right one is used up, and the ticket with it.
 * @throws Problem ticket-refused, code-refused, password-refused, sign-in-locked, too-many-requests
 */
export function finishSignIn(platform: Platform, attempt: SecondStep): Promise<Entered> {
  const what: Telling = { event: 'sign-in', method: 'code' };
  return told(platform, what, () => judge(platform, attempt, what));
}

async function judge(platform: Platform, attempt: SecondStep, what: Telling): Promise<Entered> {
  await countTurn(platform, attempt.address);
  const { app } = platform.db;
  const ticketHash = sha256(attempt.ticket);
  const { account, sealed, totpSealed, passwordInitial } = await readStep(platform, ticketHash);
  const { accountId } = account;
  what.accountId = accountId;
  const chosen = passwordInitial ? await choosePassword(platform, account, attempt.newPassword) : undefined;
  const reserved = await reserveAttempt(app, { accountId }, platform.clock.now(), settings);
  if (typeof reserved === 'string') throw lockedProblem();
  const step = judgeTotp(platform, accountId, sealed, attempt.code);
  if (step === undefined) throw await refusalOf(platform, accountId, new Problem(codeRefused));
  const hash = chosen === undefined ? undefined : await hashPassword(chosen);
  const entered = await app.transaction(async (tx) => {
    // Of two tries with one ticket or one code, the second finds it gone.
    if (!(await deleteStep(tx, ticketHash))) throw new Problem(ticketRefused);
    if (totpSealed === null) await updateTotp(tx, accountId, { sealed, step });
    else if (!(await takeTotpStep(tx, accountId, step))) throw new Problem(codeRefused);
    if (hash !== undefined) await updatePassword(tx, accountId, { hash, initial: false });
    return openSession(platform, tx, account, { ...attempt, method: 'code' });
  });
  await forgiveAddress(platform, attempt.address);
  return entered;
}
