/** Opens and recovers accounts on behalf of their persons: with a password for one sign-in, handed over in person. */
import { randomInt } from 'node:crypto';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { defineAct } from './act.ts';
import { createAccount } from './create-account.ts';
import { checkOwnUnit, getOwnAccount } from './managed-accounts.ts';
import type { Officer } from './may-decide.ts';
import { hashPassword } from './password.ts';
import { manageAccounts } from './permissions.ts';
import { accountUnknown } from './problems.ts';
import { selectAccount } from './queries/account-list.ts';
import { deletePasskeysOf } from './queries/passkeys.ts';
import { updatePassword, updateTotp } from './queries/second-factor.ts';
import { endSessionsOf } from './queries/sessions.ts';
import { unbindOfficer } from './queries/sign-on.ts';
import { requestApproval } from './request-approval.ts';

// Without letters and digits that look alike.
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const [groups, group] = [3, 5];

/** A password that can be read from a slip of paper: three groups of five signs, 74 bits. */
export function makePassword(): string {
  const sign = () => signs.charAt(randomInt(signs.length));
  return Array.from({ length: groups }, () => Array.from({ length: group }, sign).join('')).join('-');
}

/**
 * Opens an account without any role yet; roles are asked for separately. The password is shown once.
 * @throws Problem unit-unknown, login-name-refused
 */
export async function openAccount(
  platform: Platform,
  officer: Officer,
  account: { readonly unit: string; readonly loginName: string; readonly name: string },
): Promise<{ readonly accountId: string; readonly password: string }> {
  await checkOwnUnit(platform, officer, account.unit);
  const password = makePassword();
  const accountId = await createAccount(platform, { ...account, roles: [], password, passwordInitial: true });
  return { accountId, password };
}

async function resetFactor(platform: Platform, tx: Tx, accountId: string): Promise<string> {
  const password = makePassword();
  await updateTotp(tx, accountId, null);
  // A lost telephone may bear them.
  await deletePasskeysOf(tx, accountId);
  await unbindOfficer(tx, accountId);
  await updatePassword(tx, accountId, { hash: await hashPassword(password), initial: true });
  await endSessionsOf(tx, accountId, platform.clock.now());
  return password;
}

const recovering = defineAct<{ readonly accountId: string }>({
  kind: 'identity.reset-factor',
  name: { zh: '重置登录方式', en: 'Reset how somebody signs in' },
  requester: manageAccounts,
  deciders: ['reviewer', 'administrator'],
  target: ({ accountId }) => accountId,
  concerns: ({ accountId }) => [accountId],
  async describe(platform, { accountId }) {
    const account = await selectAccount(platform.db.app, accountId);
    const name = account ? `${account.name} (${account.loginName})` : accountId;
    return {
      zh: `${name}：原密码、身份验证器和通行密钥作废，发放一次性密码，由本人重新绑定。`,
      en: `${name}: password, authenticator and passkeys end; a one-time password is issued, and the person enrols anew.`,
    };
  },
  async run(platform, tx, { accountId }) {
    const account = await getOpen(tx, accountId);
    const password = await resetFactor(platform, tx, accountId);
    return { outcome: {}, once: { loginName: account.loginName, password } };
  },
});

async function getOpen(tx: Tx, accountId: string) {
  const account = await selectAccount(tx, accountId);
  if (!account || account.closedAt !== null) throw new Problem(accountUnknown);
  return account;
}

/** Asks for a new start for somebody who lost telephone or password. @throws Problem account-unknown, already-requested */
export async function requestReset(
  platform: Platform,
  officer: Officer,
  accountId: string,
  reason: string,
): Promise<{ readonly approvalId: string }> {
  const { unit } = await getOwnAccount(platform, officer, accountId);
  return requestApproval(platform, officer, recovering, { payload: { accountId }, unit, reason });
}
