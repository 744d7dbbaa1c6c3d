/** Closes an account when its person leaves; the row stays, since what the person did refers to it. */
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { type Ending, endGrantsOf } from './end-grant.ts';
import { accountUnknown } from './problems.ts';
import { setAccountClosed } from './queries/accounts.ts';
import { endSessionsOf } from './queries/sessions.ts';

/**
 * Closes the account, ends its sessions, its roles and those it delegated, in one transaction.
 * @throws Problem account-unknown when there is none, or it is closed already
 */
export async function closeAccount(platform: Platform, accountId: string, ending: Ending): Promise<void> {
  const at = platform.clock.now();
  await platform.db.app.transaction(async (tx) => {
    if (!(await setAccountClosed(tx, accountId, at))) throw new Problem(accountUnknown);
    await endSessionsOf(tx, accountId, at);
    await endGrantsOf(platform, tx, accountId, ending);
  });
}
