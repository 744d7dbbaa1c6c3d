/** Opens an account: a person of a unit, the first roles, a password that is kept only as its argon2id hash. */
import { newId } from '../../platform/ids.ts';
import type { Platform, Words } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import type { Role } from './account.ts';
import { checkPassword, type PasswordFault } from './check-password.ts';
import { grantRole } from './grant-role.ts';
import { hashPassword } from './password.ts';
import { loginNameRefused, passwordRefused, unitUnknown } from './problems.ts';
import { insertAccount } from './queries/accounts.ts';
import { selectUnit } from './queries/units.ts';

const passwordFaults: Record<PasswordFault, Words> = {
  'too-short': { zh: '密码过短。', en: 'It is too short.' },
  'too-long': { zh: '密码过长。', en: 'It is too long.' },
  'contains-name': { zh: '密码包含登录名。', en: 'It contains the login name.' },
  'too-common': {
    zh: '这是常见密码或只用了几个字符。',
    en: 'It is a well-known password, or uses only a few characters.',
  },
};

/**
 * Opens an account of `unit` and returns its id.
 * The roles are granted from today on, without a second eye: for the installation itself; officers ask for `grantRole`.
 * @throws Problem unit-unknown, login-name-refused, password-refused, roles-incompatible
 */
export async function createAccount(
  platform: Platform,
  account: {
    readonly unit: string;
    readonly roles: readonly Role[];
    /** What the person types; ASCII, lower case, so that no two names look alike. */
    readonly loginName: string;
    /** How the person is shown. */
    readonly name: string;
    readonly password: string;
  },
): Promise<string> {
  if (!/^[a-z0-9][a-z0-9._-]{2,63}$/.test(account.loginName)) throw new Problem(loginNameRefused);
  const fault = checkPassword(account.password, account.loginName);
  if (fault) throw new Problem(passwordRefused, { detail: passwordFaults[fault] });
  if (!(await selectUnit(platform.db.app, account.unit))) throw new Problem(unitUnknown);
  const { password, roles, ...rest } = account;
  const row = {
    ...rest,
    accountId: newId(),
    passwordHash: await hashPassword(password),
    createdAt: platform.clock.now(),
  };
  await platform.db.app.transaction(async (tx) => {
    if (!(await insertAccount(tx, row))) throw new Problem(loginNameRefused);
    for (const role of roles) {
      const grant = { accountId: row.accountId, role, since: platform.clock.today(), until: null };
      await grantRole(platform, tx, { ...grant, grantedBy: 'installation', approvedBy: null });
    }
  });
  return row.accountId;
}
