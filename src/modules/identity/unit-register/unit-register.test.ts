/** The register of units under four eyes: beginning, ending, merging, authorities; what hangs on a unit, and that nothing is lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { sql } from '../../../platform/db/index.ts';
import {
  authoritiesOf,
  createAccount,
  createClient,
  decideApproval,
  findUnit,
  listAllUnits,
  listUnits,
  type Role,
  registerAuthority,
  registerUnit,
} from '../index.ts';
import type { Officer } from '../may-decide.ts';
import { identityWorld, market, password, sessionOf } from '../testing.ts';
import { requestAuthority, requestAuthorityEnd } from './change-authorities.ts';
import { requestUnit, requestUnitEnd } from './change-units.ts';
import { hangingOf, type WhatHangsOn } from './what-hangs.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
const people = new Map<string, Officer>();
const on = (date: string) => date as CivilDate;
const centre = { ...market, code: 'centre', kind: 'centre' as const, uscc: null };
const province = { uscc: '11370000004502345M', name: '省级机关' };
const above: WhatHangsOn = async () => [{ name: { zh: '未办结的报送批次', en: 'Submissions' }, count: 3 }];
const reason = '机构改革方案';

async function person(unit: string, name: string, ...roles: Role[]): Promise<Officer> {
  const account = { unit, roles, loginName: name, name, password };
  const accountId = await createAccount(world.platform, account);
  const made: Officer = { kind: 'account', accountId, unit, roles, name };
  people.set(name, made);
  return made;
}
const named = (name: string) => people.get(name) as Officer;
const approve = (approvalId: string, who = 'reviewer') =>
  decideApproval(world.platform, named(who), approvalId, { decision: 'approve', reason: '核对无误' });
const problem = (type: string) => ({ definition: { type } });
const newUnit = (code: string, over: object = {}) => ({
  ...market,
  code,
  uscc: null,
  since: on('2026-12-01'),
  reason,
  ...over,
});

beforeAll(async () => {
  world = await identityWorld();
  await registerUnit(world.platform, centre);
  for (const code of ['old', 'heir']) await registerUnit(world.platform, { ...market, code, uscc: null });
  await person('centre', 'boss', 'administrator');
  await person('centre', 'reviewer', 'reviewer');
  await person('scjg', 'foreign', 'administrator');
});
afterAll(() => world.close());

describe('a unit', () => {
  test('begins once a second person has approved', async () => {
    const { approvalId } = await requestUnit(world.platform, named('boss'), newUnit('water'));
    expect(await findUnit(world.platform, 'water')).toBeUndefined();
    await expect(approve(approvalId, 'boss')).rejects.toMatchObject(problem('not-yours-to-decide'));
    await approve(approvalId);
    expect(await findUnit(world.platform, 'water')).toMatchObject({ since: '2026-12-01', until: null });
    expect((await listUnits(world.platform)).map(({ code }) => code)).not.toContain('water');
  });

  test.each<[string, string, object, string]>([
    ['by an administrator of another unit', 'foreign', {}, 'unit-unknown'],
    ['by a reviewer', 'reviewer', {}, 'not-allowed'],
    ['with a code that is taken', 'boss', { code: 'scjg' }, 'unit-refused'],
    ['with a USCC that does not check', 'boss', { uscc: '11370900MB28501230' }, 'unit-refused'],
  ])('is refused %s', async (_name, who, over, type) => {
    await expect(requestUnit(world.platform, named(who), newUnit('next', over))).rejects.toMatchObject(
      problem(type),
    );
  });

  test('with a USCC of another is refused at the latest when it is approved', async () => {
    const again = newUnit('second', { uscc: market.uscc });
    const { approvalId } = await requestUnit(world.platform, named('boss'), again);
    await expect(approve(approvalId)).rejects.toMatchObject(problem('unit-refused'));
  });
});

describe('the end of a unit', () => {
  test('shows what hangs on it; accounts lose roles and sessions, clients close, authorities pass, nothing is lost', async () => {
    const { platform } = world;
    const clerk = await person('old', 'clerk', 'data-officer', 'checker');
    await person('old', 'chief', 'reviewer');
    const token = await sessionOf(platform, 'clerk');
    await createClient(platform, 'old', []);
    await registerAuthority(platform, 'old', { ...province, since: on('2024-01-01') });
    const numbers = async () => (await hangingOf(platform, above, 'old')).map(({ count }) => count);
    expect(await numbers()).toEqual([2, 3, 1, 1, 0, 3]);
    const { approvalId } = await requestUnitEnd(platform, named('boss'), above, {
      unit: 'old',
      into: 'heir',
      reason,
    });
    expect((await world.whoIs(token)).statusCode).toBe(200);
    expect(await numbers()).toEqual([2, 3, 1, 1, 0, 3]);
    const entries = sql`select count(*)::int as n from transparency.entry where source = 'identity.unit'`;
    const before = await platform.db.app.one<{ n: number }>(entries);
    await approve(approvalId);
    expect(await platform.db.app.one(entries)).toEqual({ n: before.n + 1 });
    expect(await findUnit(platform, 'old')).toMatchObject({ until: '2026-11-18' });
    expect((await world.whoIs(token)).statusCode).toBe(401);
    expect(await numbers()).toEqual([2, 0, 0, 0, 0, 3]);
    expect(await authoritiesOf(platform, 'old', on('2026-11-17'))).toEqual([province]);
    expect(await authoritiesOf(platform, 'old', on('2026-11-18'))).toEqual([]);
    expect(await authoritiesOf(platform, 'heir', on('2026-11-18'))).toEqual([province]);
    const kept = sql`select closed_at from identity.account where account_id = ${clerk.accountId}`;
    expect(await platform.db.app.query(kept)).toEqual([{ closed_at: null }]);
    const [row] = (await listAllUnits(platform)).filter(({ code }) => code === 'old');
    expect(row?.successor).toBe('heir');
    const again = { unit: 'old', reason };
    await expect(requestUnitEnd(platform, named('boss'), above, again)).rejects.toMatchObject(
      problem('unit-unknown'),
    );
  });

  test('passes what its heir does not have: before, between and after what the heir has', async () => {
    const { platform } = world;
    for (const code of ['left', 'taker'])
      await registerUnit(platform, { ...market, code, uscc: null, since: on('2020-01-01') });
    await registerAuthority(platform, 'left', { ...province, since: on('2024-01-01') });
    await registerAuthority(platform, 'taker', {
      ...province,
      since: on('2026-06-01'),
      until: on('2027-01-01'),
    });
    await registerAuthority(platform, 'taker', {
      ...province,
      since: on('2027-03-01'),
      until: on('2027-06-01'),
    });
    const asked = { unit: 'left', into: 'taker', reason };
    await approve((await requestUnitEnd(platform, named('boss'), above, asked)).approvalId);
    for (const day of ['2026-06-01', '2026-11-18', '2027-01-01', '2027-04-01', '2027-06-01', '2030-01-01'])
      expect(await authoritiesOf(platform, 'taker', on(day)), day).toEqual([province]);
    expect(await authoritiesOf(platform, 'taker', on('2026-05-31'))).toEqual([]);
  });

  test.each<[string, string, { unit: string; into?: string }, string]>([
    ['the centre', 'boss', { unit: 'centre' }, 'unit-end-refused'],
    ['a unit into itself', 'boss', { unit: 'heir', into: 'heir' }, 'unit-end-refused'],
    ['a unit into one that has ended', 'boss', { unit: 'heir', into: 'old' }, 'unit-unknown'],
    ['a unit that is none', 'boss', { unit: 'none' }, 'unit-unknown'],
    ['somebody of another unit', 'foreign', { unit: 'heir' }, 'unit-unknown'],
  ])('is refused for %s', async (_name, who, request, type) => {
    const asked = requestUnitEnd(world.platform, named(who), above, { ...request, reason });
    await expect(asked).rejects.toMatchObject(problem(type));
  });
});

describe('an authority', () => {
  const addition = { ...province, unit: 'scjg', since: on('2026-11-01'), until: null, reason };
  const today = () => authoritiesOf(world.platform, 'scjg', on('2026-11-18'));

  test('is added and ended by two people', async () => {
    const { platform } = world;
    const asked = await requestAuthority(platform, named('boss'), addition);
    expect(await today()).toEqual([]);
    await approve(asked.approvalId);
    expect(await today()).toEqual([province]);
    await expect(requestAuthority(platform, named('boss'), addition)).rejects.toMatchObject(
      problem('authority-refused'),
    );
    const which = { unit: 'scjg', uscc: province.uscc, reason };
    const end = await requestAuthorityEnd(platform, named('boss'), which);
    await approve(end.approvalId);
    expect(await today()).toEqual([]);
    expect(await authoritiesOf(platform, 'scjg', on('2026-11-17'))).toEqual([province]);
    await expect(requestAuthorityEnd(platform, named('boss'), which)).rejects.toMatchObject(
      problem('authority-unknown'),
    );
  });

  test('that ended on its first day may begin again on that day, or on one before', async () => {
    const { platform } = world;
    const other = {
      ...addition,
      unit: 'heir',
      uscc: market.uscc as string,
      name: '市级机关',
      since: on('2026-11-18'),
    };
    const add = async (since: string) =>
      approve((await requestAuthority(platform, named('boss'), { ...other, since: on(since) })).approvalId);
    const end = async () =>
      approve(
        (await requestAuthorityEnd(platform, named('boss'), { unit: 'heir', uscc: other.uscc, reason }))
          .approvalId,
      );
    const found = async () =>
      (await authoritiesOf(platform, 'heir', on('2026-11-18'))).map(({ name }) => name);
    await add('2026-11-18');
    await end();
    expect(await found()).not.toContain('市级机关');
    await add('2026-11-18');
    expect(await found()).toContain('市级机关');
    await end();
    await add('2026-11-01');
    expect(await found()).toContain('市级机关');
  });

  test.each([
    ['a wrong USCC', { uscc: '11370000004502345X' }, 'authority-refused'],
    ['an empty period', { until: on('2026-11-01') }, 'authority-refused'],
    ['a unit that is none', { unit: 'none' }, 'unit-unknown'],
  ])('is refused with %s', async (_name, over, type) => {
    await expect(
      requestAuthority(world.platform, named('boss'), { ...addition, ...over }),
    ).rejects.toMatchObject(problem(type));
  });
});
