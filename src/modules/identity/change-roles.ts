/** Changes of roles under four eyes: granting one, ending one, delegating one's own. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { isId } from '../../platform/ids.ts';
import type { Platform, Words } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import type { Role } from './account.ts';
import { defineAct } from './act.ts';
import { endGrant } from './end-grant.ts';
import { grantRole } from './grant-role.ts';
import { getOwnAccount } from './managed-accounts.ts';
import type { Officer } from './may-decide.ts';
import { delegateOwn, manageAccounts } from './permissions.ts';
import { accountUnknown, grantRefused, grantUnknown } from './problems.ts';
import { selectAccount } from './queries/account-list.ts';
import { selectGrant, selectGrants } from './queries/role-grants.ts';
import { requestApproval } from './request-approval.ts';
import { roleNames } from './role-names.ts';

type Grant = {
  readonly accountId: string;
  readonly role: Role;
  readonly since: CivilDate;
  readonly until: CivilDate | null;
  readonly delegatedBy?: string;
};

type End = { readonly grantId: string; readonly accountId: string; readonly role: Role };

async function nameOf(platform: Platform, accountId: string): Promise<string> {
  const account = await selectAccount(platform.db.app, accountId);
  return account ? `${account.name} (${account.loginName})` : accountId;
}

async function describeGrant(platform: Platform, grant: Grant): Promise<Words> {
  const { role, since, until, delegatedBy } = grant;
  const name = await nameOf(platform, grant.accountId);
  const giver = delegatedBy === undefined ? undefined : await nameOf(platform, delegatedBy);
  const last =
    until === null ? { zh: '长期', en: 'without an end' } : { zh: `${until} 前`, en: `before ${until}` };
  return {
    zh: `${giver ? `${giver} 委托 ` : ''}${name}：${roleNames[role].zh}，${since} 起，${last.zh}。`,
    en: `${name}: ${roleNames[role].en} from ${since}, ${last.en}${giver ? `, delegated by ${giver}` : ''}.`,
  };
}

const grantTarget = ({ accountId, role }: Grant) => `${accountId} ${role}`;
const peopleOf = ({ accountId, delegatedBy }: Grant) => [accountId, ...(delegatedBy ? [delegatedBy] : [])];

const granting = defineAct<Grant>({
  kind: 'identity.grant-role',
  name: { zh: '授予岗位', en: 'Grant a role' },
  requester: manageAccounts,
  deciders: ['reviewer', 'administrator'],
  target: grantTarget,
  concerns: peopleOf,
  describe: describeGrant,
  run: async (platform, tx, grant, { requestedBy, approvedBy }) => ({
    outcome: { grantId: await grantRole(platform, tx, { ...grant, grantedBy: requestedBy, approvedBy }) },
  }),
});

const delegating = defineAct<Grant>({
  ...granting,
  kind: 'identity.delegate-role',
  name: { zh: '委托岗位', en: 'Delegate a role' },
  requester: delegateOwn,
});

const ending = defineAct<End>({
  kind: 'identity.end-role',
  name: { zh: '结束岗位', en: 'End a role' },
  requester: manageAccounts,
  deciders: ['reviewer', 'administrator'],
  target: ({ grantId }) => grantId,
  concerns: ({ accountId }) => [accountId],
  async describe(platform, { accountId, role }) {
    const name = await nameOf(platform, accountId);
    return {
      zh: `${name}：不再担任${roleNames[role].zh}。`,
      en: `${name}: no longer ${roleNames[role].en}.`,
    };
  },
  async run(platform, tx, { grantId }, { approvedBy, reason }) {
    await endGrant(platform, tx, grantId, { by: approvedBy, reason });
    return { outcome: {} };
  },
});

/** What an administrator asks for. */
export type GrantRequest = {
  readonly role: Role;
  readonly since?: CivilDate | undefined;
  readonly until?: CivilDate | null | undefined;
  readonly reason: string;
};

/**
 * Asks for a role for an account of one's own unit (at the centre: of any).
 * @throws Problem account-unknown, grant-refused, already-requested
 */
export async function requestGrant(
  platform: Platform,
  officer: Officer,
  accountId: string,
  { role, since = platform.clock.today(), until = null, reason }: GrantRequest,
): Promise<{ readonly approvalId: string }> {
  const { unit } = await getOwnAccount(platform, officer, accountId);
  if (since < platform.clock.today() || (until !== null && until <= since)) throw new Problem(grantRefused);
  return requestApproval(platform, officer, granting, {
    payload: { accountId, role, since, until },
    unit,
    reason,
  });
}

/** Asks for the end of a role. @throws Problem grant-unknown, already-requested */
export async function requestEndOfGrant(
  platform: Platform,
  officer: Officer,
  grantId: string,
  reason: string,
): Promise<{ readonly approvalId: string }> {
  const grant = isId(grantId)
    ? await selectGrant(platform.db.app, grantId, platform.clock.today())
    : undefined;
  if (!grant) throw new Problem(grantUnknown);
  const { accountId, role } = grant;
  const account = await getOwnAccount(platform, officer, accountId).catch((error: unknown) => {
    // A grant of another unit is answered like one that never was.
    throw error instanceof Problem && error.definition === accountUnknown ? new Problem(grantUnknown) : error;
  });
  return requestApproval(platform, officer, ending, {
    payload: { grantId, accountId, role },
    unit: account.unit,
    reason,
  });
}

/**
 * Asks to lend one's own role to a colleague until a day.
 * @throws Problem account-unknown, grant-refused, already-requested
 */
export async function requestDelegation(
  platform: Platform,
  officer: Officer,
  request: {
    readonly loginName: string;
    readonly role: Role;
    readonly until: CivilDate;
    readonly reason: string;
  },
): Promise<{ readonly approvalId: string }> {
  const { role, until, reason } = request;
  const colleague = await selectAccount(platform.db.app, { loginName: request.loginName });
  if (!colleague || colleague.unit !== officer.unit || colleague.closedAt !== null)
    throw new Problem(accountUnknown);
  const since = platform.clock.today();
  const own = await selectGrants(platform.db.app, officer.accountId, since);
  if (!own.some((grant) => grant.role === role && grant.delegatedBy === null))
    throw new Problem(grantRefused);
  const payload = { accountId: colleague.accountId, role, since, until, delegatedBy: officer.accountId };
  return requestApproval(platform, officer, delegating, { payload, unit: officer.unit, reason });
}
