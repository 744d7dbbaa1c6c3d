/** Registering units, authorities and accounts, and what of it is public. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import {
  authoritiesOf,
  createAccount,
  createClient,
  findUnit,
  listUnits,
  registerAuthority,
  registerUnit,
} from './index.ts';
import { identityWorld, market, openAccount, password } from './testing.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());

const on = (date: string) => date as CivilDate;
const province = { uscc: '11370000004502345M', name: '省级机关' };

describe('units', () => {
  test('are found by code, listed while they exist, and registered once', async () => {
    const town = { ...market, code: 'old-town', uscc: null, until: on('2026-11-18') };
    await registerUnit(world.platform, town);
    expect(await findUnit(world.platform, 'scjg')).toEqual(market);
    expect(await findUnit(world.platform, 'old-town')).toEqual(town);
    expect(await findUnit(world.platform, 'nowhere')).toBeUndefined();
    expect(await listUnits(world.platform)).toEqual([market]);
    expect(await listUnits(world.platform, on('2026-11-17'))).toEqual([town, market]);
    expect(await listUnits(world.platform, on('2019-01-14'))).toEqual([]);
    await expect(registerUnit(world.platform, market)).rejects.toThrow('unit-refused');
  });

  test.each([
    ['a taken USCC', { code: 'second' }],
    ['a wrong check character', { code: 'third', uscc: '11370900MB28501230' }],
  ])('are refused with %s', async (_name, change) => {
    await expect(registerUnit(world.platform, { ...market, ...change })).rejects.toThrow('unit-refused');
  });

  test('are a public list', async () => {
    const response = await world.server.inject({ method: 'GET', url: '/api/v1/units' });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ items: [market], next: null });
  });
});

describe('authorities of a unit', () => {
  test('hold over [since, until)', async () => {
    const period = { since: on('2024-01-01'), until: on('2025-01-01') };
    await registerAuthority(world.platform, 'scjg', { ...province, ...period });
    await registerAuthority(world.platform, 'scjg', { ...province, since: on('2026-01-01') });
    const found = async (date: string) => authoritiesOf(world.platform, 'scjg', on(date));
    expect(await found('2023-12-31')).toEqual([]);
    expect(await found('2024-01-01')).toEqual([province]);
    expect(await found('2024-12-31')).toEqual([province]);
    expect(await found('2025-01-01')).toEqual([]);
    expect(await found('2026-11-18')).toEqual([province]);
    expect(await authoritiesOf(world.platform, 'nowhere', on('2026-11-18'))).toEqual([]);
  });

  test.each([
    [
      'an overlap',
      'scjg',
      { ...province, since: on('2024-06-01'), until: on('2024-07-01') },
      'authority-refused',
    ],
    ['an overlap without end', 'scjg', { ...province, since: on('2025-06-01') }, 'authority-refused'],
    [
      'an empty period',
      'scjg',
      { ...province, since: on('2025-06-01'), until: on('2025-06-01') },
      'authority-refused',
    ],
    [
      'a wrong USCC',
      'scjg',
      { uscc: '113700000045023450', name: '某机关', since: on('2024-01-01') },
      'authority-refused',
    ],
    ['an unknown unit', 'nowhere', { ...province, since: on('2024-01-01') }, 'unit-unknown'],
  ])('are refused for %s', async (_name, unit, authority, problem) => {
    await expect(registerAuthority(world.platform, unit, authority)).rejects.toThrow(problem);
  });
});

describe('accounts and clients', () => {
  const account = {
    unit: 'scjg',
    roles: ['case-officer'],
    loginName: 'li.case',
    name: '李案',
    password,
  } as const;

  test.each([
    ['a short password', { password: 'short' }, 'password-refused'],
    ['a name in capitals', { loginName: 'Li.Case' }, 'login-name-refused'],
    ['a name of two letters', { loginName: 'li' }, 'login-name-refused'],
    ['a name with a Cyrillic letter', { loginName: 'li.cаse' }, 'login-name-refused'],
    ['an unknown unit', { unit: 'nowhere' }, 'unit-unknown'],
  ])('are refused for %s', async (_name, change, problem) => {
    await expect(createAccount(world.platform, { ...account, ...change })).rejects.toThrow(problem);
  });

  test('have names of their own', async () => {
    await openAccount(world.platform, 'twice');
    await expect(openAccount(world.platform, 'twice')).rejects.toThrow('login-name-refused');
  });

  test('a client needs a unit and gets a secret of 256 bits', async () => {
    await expect(createClient(world.platform, 'nowhere')).rejects.toThrow('unit-unknown');
    const [first, second] = [
      await createClient(world.platform, 'scjg'),
      await createClient(world.platform, 'scjg'),
    ];
    expect(first.clientSecret).toMatch(/^[\w-]{43}$/);
    expect(first.clientSecret).not.toBe(second.clientSecret);
    expect(first.clientId).not.toBe(second.clientId);
  });
});

test('the description of the API names every entrance with its problems', async () => {
  const { paths } = (await world.server.inject({ method: 'GET', url: '/api/openapi.json' })).json();
  expect(Object.keys(paths['/api/v1/session'].post.responses).sort()).toEqual([
    '201',
    '202',
    '400',
    '401',
    '403',
    '423',
    '429',
    'default',
  ]);
  expect(Object.keys(paths['/api/v1/session'].get.responses).sort()).toEqual([
    '200',
    '401',
    '403',
    'default',
  ]);
  expect(Object.keys(paths['/api/v1/session'].delete.responses).sort()).toEqual(['204', '403', 'default']);
  expect(Object.keys(paths['/api/v1/units'].get.responses)).toEqual(['200', 'default']);
  expect(Object.keys(paths['/oauth/token'].post.responses).sort()).toEqual(['200', '400', '401', 'default']);
  expect(Object.keys(paths['/oauth/token'].post.requestBody.content)).toEqual([
    'application/x-www-form-urlencoded',
  ]);
});
