/** Dated grants of roles: what an account may do on a day, which roles exclude each other, delegation, leaving. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../kernel/civil-date.ts';
import { sql } from '../../platform/db/index.ts';
import { type Role, separateRoles } from './account.ts';
import { closeAccount } from './close-account.ts';
import { createAccount } from './create-account.ts';
import { endGrant } from './end-grant.ts';
import { grantRole, type NewGrant } from './grant-role.ts';
import { selectOpenGrantIds } from './queries/role-grants.ts';
import { identityWorld, market, openAccount, password, tokenOf, totpSecret } from './testing.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());

const by = { grantedBy: 'account:1', approvedBy: 'account:2' };
const today = () => world.platform.clock.today();
const inDays = (days: number) => addDays(today(), days);

let count = 0;
function someone(...roles: Role[]): Promise<string> {
  count += 1;
  const loginName = `officer${count}`;
  return createAccount(world.platform, {
    unit: market.code,
    roles,
    loginName,
    name: '李',
    password,
    totpSecret,
  });
}

function grant(accountId: string, role: Role, rest: Partial<NewGrant> = {}): Promise<string> {
  const whole = { accountId, role, since: today(), until: null, ...by, ...rest };
  return world.platform.db.app.transaction((tx) => grantRole(world.platform, tx, whole));
}

const endOf = (grantId: string) =>
  world.platform.db.app.transaction((tx) =>
    endGrant(world.platform, tx, grantId, { by: 'account:1', reason: '调岗' }),
  );

async function rolesOf(accountId: string): Promise<Role[]> {
  const { login_name } = await world.platform.db.app.one<{ login_name: string }>(
    sql`select login_name from identity.account where account_id = ${accountId}`,
  );
  return (await world.signIn(login_name, password)).json().account.roles;
}

describe('an account', () => {
  test('holds several roles at once, each from its day to its day', async () => {
    const id = await someone('data-officer');
    await grant(id, 'reviewer', { since: inDays(2), until: inDays(4) });
    const seen: string[] = [];
    for (let day = 0; day < 5; day++) {
      seen.push((await rolesOf(id)).join('+'));
      world.forward(24 * 60);
    }
    world.forward(-5 * 24 * 60);
    const both = 'data-officer+reviewer';
    expect(seen).toEqual(['data-officer', 'data-officer', both, both, 'data-officer']);
  });

  test('whose roles have all ended signs in and may do nothing', async () => {
    const id = await someone();
    expect(await rolesOf(id)).toEqual([]);
  });

  test('loses a role within its session', async () => {
    const id = await openAccount(world.platform, 'losing');
    const token = tokenOf(await world.signIn('losing', password));
    const [grantId] = await world.platform.db.app.transaction((tx) =>
      selectOpenGrantIds(tx, id, { delegated: false }),
    );
    await endOf(grantId as string);
    expect((await world.whoIs(token)).json().account.roles).toEqual([]);
    await expect(endOf(grantId as string)).rejects.toThrow('grant-unknown');
  });
});

describe('publisher, auditor and administrator', () => {
  const pairs = separateRoles.flatMap((one) => separateRoles.map((other) => [one, other] as const));

  test.each(pairs.filter(([one, other]) => one !== other))('%s is never also %s', async (one, other) => {
    const id = await someone(one);
    await expect(grant(id, other)).rejects.toThrow('roles-incompatible');
    await expect(grant(id, other, { since: inDays(30) })).rejects.toThrow('roles-incompatible');
    expect(await rolesOf(id)).toEqual([one]);
  });

  test('follow one another in one hand, and no day overlaps', async () => {
    const id = await someone();
    await grant(id, 'publisher', { until: inDays(10) });
    await expect(grant(id, 'auditor', { since: inDays(9) })).rejects.toThrow('roles-incompatible');
    await grant(id, 'auditor', { since: inDays(10) });
  });

  test('can be changed once the other has ended', async () => {
    const id = await someone();
    await endOf(await grant(id, 'administrator'));
    await grant(id, 'auditor');
    expect(await rolesOf(id)).toEqual(['auditor']);
  });

  test('are not opened together', async () => {
    await expect(someone('publisher', 'auditor')).rejects.toThrow('roles-incompatible');
  });

  test('given in parallel, only one is', async () => {
    const id = await someone();
    const tried = await Promise.allSettled(separateRoles.map((role) => grant(id, role)));
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  test('are kept apart by the database itself, whoever writes', async () => {
    const id = await someone('auditor');
    const insert = world.platform.db.app.query(sql`
      insert into identity.role_grant (grant_id, account_id, role, since, granted_by, granted_at, entry_id)
      values (7, ${id}, 'publisher', ${today()}, 'account:1', now(), 7)`);
    await expect(insert).rejects.toMatchObject({ code: '23P01' });
    await expect(
      world.platform.db.app.query(sql`update identity.role_grant set role = 'publisher'`),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(world.platform.db.app.query(sql`delete from identity.role_grant`)).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('delegation', () => {
  test('gives a colleague one’s own role for a time, and ends with it', async () => {
    const [chief, deputy] = [await someone('reviewer'), await someone('data-officer')];
    await grant(deputy, 'reviewer', { until: inDays(14), delegatedBy: chief });
    expect(await rolesOf(deputy)).toEqual(['data-officer', 'reviewer']);
    const [own] = await world.platform.db.app.transaction((tx) =>
      selectOpenGrantIds(tx, chief, { delegated: false }),
    );
    await endOf(own as string);
    expect(await rolesOf(deputy)).toEqual(['data-officer']);
  });

  const refused: [string, Role, Role, Partial<NewGrant>][] = [
    ['without an end', 'reviewer', 'reviewer', {}],
    ['for 61 days', 'reviewer', 'reviewer', { until: '2027-01-18' as CivilDate }],
    ['of a role one does not hold', 'data-officer', 'reviewer', { until: '2026-11-25' as CivilDate }],
    ['of an administrator’s role', 'administrator', 'administrator', { until: '2026-11-25' as CivilDate }],
    [
      'from yesterday',
      'reviewer',
      'reviewer',
      { since: '2026-11-17' as CivilDate, until: '2026-11-25' as CivilDate },
    ],
  ];
  test.each(refused)('is refused %s', async (_name, held, role, rest) => {
    const chief = await someone(held);
    await expect(grant(await someone(), role, { delegatedBy: chief, ...rest })).rejects.toThrow(
      'grant-refused',
    );
  });

  test('is not passed on, and not given to oneself', async () => {
    const [chief, deputy] = [await someone('reviewer'), await someone()];
    const until = inDays(10);
    await grant(deputy, 'reviewer', { until, delegatedBy: chief });
    await expect(grant(await someone(), 'reviewer', { until, delegatedBy: deputy })).rejects.toThrow(
      'grant-refused',
    );
    await expect(grant(chief, 'reviewer', { until, delegatedBy: chief })).rejects.toThrow('grant-refused');
  });
});

test('leaving ends sessions, roles, and what was delegated; the rows stay', async () => {
  const [chief, deputy] = [await someone('reviewer'), await someone()];
  await grant(deputy, 'reviewer', { until: inDays(10), delegatedBy: chief });
  await closeAccount(world.platform, chief, { by: 'account:1', reason: '退休' });
  expect(await rolesOf(deputy)).toEqual([]);
  const rows = await world.platform.db.app.query(sql`
    select ended_by as by, end_reason as reason, end_entry_id is not null as entered from identity.role_grant
    where account_id = ${chief} or delegated_by = ${chief}`);
  expect(rows).toEqual([
    { by: 'account:1', reason: '退休', entered: true },
    { by: 'account:1', reason: '退休', entered: true },
  ]);
  await expect(grant(chief, 'checker')).rejects.toThrow('account-unknown');
});
