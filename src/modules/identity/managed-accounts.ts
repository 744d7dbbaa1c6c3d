/** Accounts as an administrator sees them: those of the own unit, at the centre those of every unit. */
import { isId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { isOfCentre, type Officer } from './may-decide.ts';
import { accountUnknown, unitUnknown } from './problems.ts';
import {
  type AccountLine,
  findsAdministrator,
  type GrantLine,
  selectAccount,
  selectAccounts,
  selectGrantLines,
} from './queries/account-list.ts';

/** Whether the installation has an administrator already. */
export function hasAdministrator(platform: Platform): Promise<boolean> {
  return findsAdministrator(platform.db.app, platform.clock.today());
}

/** An account with the roles it holds or will hold. */
export type ManagedAccount = AccountLine & { readonly grants: readonly Omit<GrantLine, 'accountId'>[] };

/** @throws Problem unit-unknown, also for a unit that is not the administrator's */
export async function checkOwnUnit(platform: Platform, officer: Officer, unit: string): Promise<void> {
  if (unit !== officer.unit && !(await isOfCentre(platform, officer))) throw new Problem(unitUnknown);
}

/** An open account that the administrator may change. @throws Problem account-unknown */
export async function getOwnAccount(
  platform: Platform,
  officer: Officer,
  accountId: string,
): Promise<AccountLine> {
  const account = isId(accountId) ? await selectAccount(platform.db.app, accountId) : undefined;
  const isOwn =
    account !== undefined && (account.unit === officer.unit || (await isOfCentre(platform, officer)));
  if (!isOwn || account.closedAt !== null) throw new Problem(accountUnknown);
  return account;
}

/** All accounts of a unit, open ones first. @throws Problem unit-unknown */
export async function listAccounts(
  platform: Platform,
  officer: Officer,
  unit: string,
): Promise<ManagedAccount[]> {
  await checkOwnUnit(platform, officer, unit);
  const { app } = platform.db;
  const accounts = await selectAccounts(app, unit);
  const ids = accounts.map(({ accountId }) => accountId);
  const grants = await selectGrantLines(app, ids, platform.clock.today());
  const byAccount = Map.groupBy(grants, ({ accountId }) => accountId);
  return accounts.map((account) => ({
    ...account,
    grants: (byAccount.get(account.accountId) ?? []).map(({ accountId: _account, ...grant }) => grant),
  }));
}
