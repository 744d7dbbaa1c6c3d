/** Grants an account a role for a time, by the unit's administrator or by delegation; the second eye has looked before. */
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { logRows } from '../transparency/index.ts';
import type { Role } from './account.ts';
import { accountUnknown, grantRefused, rolesIncompatible } from './problems.ts';
import { lockAccount } from './queries/accounts.ts';
import { insertGrant, selectGrants } from './queries/role-grants.ts';
import { settings } from './settings.ts';

const exclusionViolation = '23P01';

/** A role for an account over `[since, until)`; `grantedBy` and `approvedBy` as actorName writes them. */
export type NewGrant = {
  readonly accountId: string;
  readonly role: Role;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
  /** The account whose own role this is, where it is delegated. */
  readonly delegatedBy?: string;
  readonly grantedBy: string;
  readonly approvedBy: string | null;
};

async function checkDelegation(tx: Tx, grant: NewGrant, unit: string, delegatedBy: string): Promise<void> {
  const { role, since, until } = grant;
  const giver = await lockAccount(tx, delegatedBy);
  const longest = addDays(since, settings.delegationDays);
  if (!giver || giver.unit !== unit || delegatedBy === grant.accountId) throw new Problem(grantRefused);
  if (role === 'administrator' || until === null || until > longest) throw new Problem(grantRefused);
  const own = await selectGrants(tx, delegatedBy, since);
  const holds = own.some(
    (each) =>
      each.role === role &&
      each.delegatedBy === null &&
      each.since <= since &&
      (each.until === null || each.until >= until),
  );
  if (!holds) throw new Problem(grantRefused);
}

/**
 * Grants the role and returns the grant's number. Whoever calls this has seen to the second eye.
 * @throws Problem account-unknown, grant-refused, roles-incompatible (publisher, auditor and administrator in one hand)
 */
export async function grantRole(platform: Platform, tx: Tx, grant: NewGrant): Promise<string> {
  const { since, until, delegatedBy } = grant;
  const account = await lockAccount(tx, grant.accountId);
  if (!account) throw new Problem(accountUnknown);
  if (since < platform.clock.today() || (until !== null && until <= since)) throw new Problem(grantRefused);
  if (delegatedBy !== undefined) await checkDelegation(tx, grant, account.unit, delegatedBy);
  const grantId = newId();
  try {
    await insertGrant(tx, {
      ...grant,
      grantId,
      delegatedBy: delegatedBy ?? null,
      grantedAt: platform.clock.now(),
    });
  } catch (error) {
    if ((error as { code?: string }).code !== exclusionViolation) throw error;
    throw new Problem(rolesIncompatible, { cause: error });
  }
  await logRows(tx, {
    source: 'identity.role_grant',
    entryId: grantId,
    rows: 1,
    reference: `account:${grant.accountId}`,
  });
  return grantId;
}
