/** The officer behind an account as of today: for acts that were asked for earlier and are done now. */
import type { Platform } from '../../platform/index.ts';
import type { Officer } from './may-decide.ts';
import { selectAccount } from './queries/account-list.ts';
import { selectGrants } from './queries/role-grants.ts';
import { selectUnit } from './queries/units.ts';

/** With the roles in force today; undefined when the account is closed or its unit has ended. */
export async function findOfficer(platform: Platform, accountId: string): Promise<Officer | undefined> {
  const { app } = platform.db;
  const account = await selectAccount(app, accountId);
  if (!account || account.closedAt !== null) return undefined;
  const today = platform.clock.today();
  const unit = await selectUnit(app, account.unit);
  if (!unit || (unit.until !== null && unit.until <= today)) return undefined;
  const grants = await selectGrants(app, accountId, today);
  const roles = grants.filter(({ since }) => since <= today).map(({ role }) => role);
  return { kind: 'account', accountId, unit: account.unit, roles: [...new Set(roles)], name: account.name };
}
