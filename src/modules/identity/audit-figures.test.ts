/** What auditors read of accounts: changes of roles with both pairs of eyes, and signing in as numbers without names. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countSignIns, listRoleChanges } from './audit-figures.ts';
import { createAccount } from './create-account.ts';
import { endGrant } from './end-grant.ts';
import { grantRole } from './grant-role.ts';
import type { Officer } from './may-decide.ts';
import { registerUnit } from './register-unit.ts';
import { identityWorld, market, password, totpSecret } from './testing.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
const ids: Record<string, string> = {};
const auditorOf = (unit: string): Officer => ({
  kind: 'account',
  accountId: '1',
  unit,
  roles: ['auditor'],
  name: '审',
});

beforeAll(async () => {
  world = await identityWorld();
  const { platform } = world;
  await registerUnit(platform, { ...market, code: 'centre', kind: 'centre', uscc: null });
  await registerUnit(platform, { ...market, code: 'other', uscc: null });
  for (const [loginName, name, unit] of [
    ['scjg.data', '王数据', market.code],
    ['scjg.admin', '周管理', market.code],
    ['scjg.review', '陈复核', market.code],
    ['other.data', '孙数据', 'other'],
  ] as const)
    ids[loginName] = await createAccount(platform, {
      ...{ unit, roles: ['data-officer'], loginName, name },
      ...{ password, totpSecret },
    });
  const by = { grantedBy: `account:${ids['scjg.admin']}`, approvedBy: `account:${ids['scjg.review']}` };
  await platform.db.app.transaction(async (tx) => {
    const whole = { accountId: ids['scjg.data'] ?? '', since: platform.clock.today(), until: null, ...by };
    const grantId = await grantRole(platform, tx, { ...whole, role: 'reviewer' });
    await endGrant(platform, tx, grantId, { by: by.grantedBy, reason: '调离复核岗位' });
  });
});
afterAll(() => world.close());

test('a role is listed with who gave it, who approved it, and how it ended', async () => {
  const found = await listRoleChanges(world.platform, auditorOf(market.code), { limit: 50 });
  const own = found.filter(({ role }) => role === 'reviewer');
  const whose = { unit: market.code, name: '王数据', loginName: 'scjg.data', by: '周管理' };
  expect(own).toContainEqual(expect.objectContaining({ ...whose, change: 'granted', approvedBy: '陈复核' }));
  expect(own).toContainEqual(expect.objectContaining({ ...whose, change: 'ended', reason: '调离复核岗位' }));
  expect(own).toHaveLength(2);
});

test('changes are of the own unit, at the centre of all', async () => {
  const unitsSeen = async (unit: string) =>
    new Set(
      (await listRoleChanges(world.platform, auditorOf(unit), { limit: 50 })).map((change) => change.unit),
    );
  expect(await unitsSeen(market.code)).toEqual(new Set([market.code]));
  expect(await unitsSeen('other')).toEqual(new Set(['other']));
  expect(await unitsSeen('centre')).toEqual(new Set([market.code, 'other']));
});

test('signing in is told in numbers: failures until a right sign-in, locks, sessions', async () => {
  const { platform } = world;
  const figuresOf = async (unit: string) =>
    (await countSignIns(platform, auditorOf(unit))).units.find((each) => each.unit === market.code);
  for (let n = 0; n < 3; n++) await world.signIn('scjg.data', 'not the password');
  expect(await figuresOf(market.code)).toEqual({
    unit: market.code,
    accounts: 3,
    openSessions: 0,
    failing: 1,
    failures: 3,
    locked: 0,
    withoutFactor: 0,
  });
  for (let n = 0; n < 8; n++) await world.signIn('scjg.data', 'not the password');
  // A lock begins the count anew.
  expect(await figuresOf('centre')).toMatchObject({ failing: 0, locked: 1 });
  expect(await figuresOf('other')).toBe(undefined);
  expect((await world.signIn('scjg.admin', password)).statusCode).toBe(201);
  expect(await figuresOf(market.code)).toMatchObject({ openSessions: 1 });
});

test('what belongs to no unit is the centre’s: failing addresses, names that nobody has', async () => {
  await world.signIn('nobody.here', password);
  const { strangers } = await countSignIns(world.platform, auditorOf('centre'));
  expect(strangers?.unknownNames).toBe(1);
  expect(strangers?.fromAddresses).toBeGreaterThan(10);
  const own = await countSignIns(world.platform, auditorOf(market.code));
  expect(own.strangers).toBe(undefined);
  expect(JSON.stringify(own)).not.toContain('scjg.data');
});
