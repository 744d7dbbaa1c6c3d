/** Opens an account: a person of a unit, the first roles, a password that is kept only as its argon2id hash. */
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import type { Role } from './account.ts';
import { passwordProblem } from './check-password.ts';
import { grantRole } from './grant-role.ts';
import { hashPassword } from './password.ts';
import { loginNameRefused, unitUnknown } from './problems.ts';
import { insertAccount } from './queries/accounts.ts';
import { updatePassword, updateTotp } from './queries/second-factor.ts';
import { selectUnit } from './queries/units.ts';
import { sealTotp } from './second-factor.ts';

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
    /** Whether somebody else chose the password, so that the person replaces it at the first sign-in. */
    readonly passwordInitial?: boolean;
    /** The secret of the second factor, base32; without it the person enrols one at the first sign-in. */
    readonly totpSecret?: string;
  },
): Promise<string> {
  if (!/^[a-z0-9][a-z0-9._-]{2,63}$/.test(account.loginName)) throw new Problem(loginNameRefused);
  const unit = await selectUnit(platform.db.app, account.unit);
  if (!unit) throw new Problem(unitUnknown);
  const fault = await passwordProblem(platform, account.password, { loginName: account.loginName, unit });
  if (fault) throw fault;
  const { password, roles, totpSecret, passwordInitial = false, ...rest } = account;
  const row = {
    ...rest,
    accountId: newId(),
    passwordHash: await hashPassword(password),
    createdAt: platform.clock.now(),
  };
  await platform.db.app.transaction(async (tx) => {
    if (!(await insertAccount(tx, row))) throw new Problem(loginNameRefused);
    if (passwordInitial) await updatePassword(tx, row.accountId, { hash: row.passwordHash, initial: true });
    if (totpSecret !== undefined) {
      const sealed = sealTotp(platform, row.accountId, totpSecret);
      await updateTotp(tx, row.accountId, { sealed, step: null });
    }
    for (const role of roles) {
      const grant = { accountId: row.accountId, role, since: platform.clock.today(), until: null };
      await grantRole(platform, tx, { ...grant, grantedBy: 'installation', approvedBy: null });
    }
  });
  return row.accountId;
}
