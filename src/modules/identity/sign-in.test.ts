/** Signing in, failing to, being locked out, and the ends of a session. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { closeAccount } from './close-account.ts';
import { identityWorld, market, openAccount, password, tokenOf } from './testing.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());

async function failTimes(name: string, times: number): Promise<string[]> {
  const types: string[] = [];
  for (let n = 0; n < times; n++) types.push((await world.signIn(name, 'wrong wrong wrong')).json().type);
  return types;
}

describe('signing in', () => {
  test('answers who it is and sets a cookie that scripts and other sites cannot use', async () => {
    await openAccount(world.platform, 'wang');
    const response = await world.signIn(' Wang ', password);
    expect(response.statusCode).toBe(201);
    expect(response.json()).toEqual({
      account: { name: '王数据', roles: ['data-officer'], unit: { code: 'scjg', name: market.name } },
      expiresAt: '2026-11-18T14:00:00.000Z',
    });
    const [cookie] = response.cookies;
    expect(cookie).toMatchObject({ name: 'gx_session', httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(cookie).not.toHaveProperty('secure');
    expect(tokenOf(response)).toMatch(/^[\w-]{43}$/);

    const who = await world.whoIs(tokenOf(response));
    expect(who.statusCode).toBe(200);
    expect(who.json()).toEqual(response.json());
    expect(who.headers['cache-control']).toBe('no-store');
  });

  test.each([
    ['https, as the proxy says', { 'x-forwarded-proto': 'https' }],
    ['a host that is not this machine', { host: 'credit.example' }],
  ])('sets the cookie for https and this host alone: %s', async (name, headers) => {
    const loginName = `secure.${name.length}`;
    await openAccount(world.platform, loginName);
    const response = await world.signIn(loginName, password, { remoteAddress: '127.0.0.1', headers });
    expect(response.cookies[0]).toMatchObject({ name: '__Host-gx_session', secure: true, path: '/' });
    expect(response.cookies[0]).not.toHaveProperty('domain');
    const token = response.cookies[0]?.value ?? '';
    const ask = (cookie: string) =>
      world.server.inject({
        url: '/api/v1/session',
        remoteAddress: '127.0.0.1',
        headers: { ...headers, cookie: `${cookie}=${token}` },
      });
    expect((await ask('__Host-gx_session')).statusCode).toBe(200);
    // A neighbour under the domain can set the plain name; it opens nothing there.
    expect((await ask('gx_session')).statusCode).toBe(401);
  });

  test('keeps neither password nor token in the database', async () => {
    await openAccount(world.platform, 'plain');
    const token = tokenOf(await world.signIn('plain', password));
    const [row] = await world.platform.db.app.query<{ all: string }>(sql`
      select (select string_agg(a::text, '') from identity.account a)
          || (select string_agg(s::text, '') from identity.session s) as all`);
    expect(row?.all).not.toContain(password);
    expect(row?.all).not.toContain(token);
    expect(row?.all).not.toContain(Buffer.from(token).toString('hex'));
  });

  test('never says whether the name or the password is wrong', async () => {
    await openAccount(world.platform, 'known');
    const wrong = await world.signIn('known', 'wrong wrong wrong');
    const unknown = await world.signIn('nobody', 'wrong wrong wrong');
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toMatchObject({ type: '/problems/sign-in-failed', title: '登录名或密码不正确' });
    expect({ ...unknown.json(), traceId: '' }).toEqual({ ...wrong.json(), traceId: '' });
    const english = await world.signIn('nobody', 'x', { headers: { 'accept-language': 'en' } });
    expect(english.json()).toMatchObject({ title: 'The name or the password is wrong' });
  });

  test.each([
    [{}],
    [{ name: 'wang' }],
    [{ name: 'wang', password: 7 }],
    [{ name: 'wang', password: 'x'.repeat(257) }],
    [{ name: 'wang', password, role: 'administrator' }],
  ])('refuses the body %j', async (payload) => {
    const response = await world.server.inject({ method: 'POST', url: '/api/v1/session', payload });
    expect(response.statusCode).toBe(400);
    expect(response.json()).toMatchObject({ type: '/problems/invalid-request' });
  });
});

describe('failures', () => {
  test.each(['real', 'unreal'])(
    'ten in a row lock the name %s, the right password included',
    async (name) => {
      if (name === 'real') await openAccount(world.platform, name);
      const types = await failTimes(name, 11);
      expect(types.slice(0, 9)).toEqual(Array(9).fill('/problems/sign-in-failed'));
      expect(types.slice(9)).toEqual(Array(2).fill('/problems/sign-in-locked'));
      const right = await world.signIn(name, password);
      expect(right.statusCode).toBe(423);
      expect(right.headers['retry-after']).toBe('900');
    },
  );

  test('the lock ends after fifteen minutes', async () => {
    await openAccount(world.platform, 'patient');
    await failTimes('patient', 10);
    world.forward(14);
    expect((await world.signIn('patient', password)).statusCode).toBe(423);
    world.forward(1);
    expect((await world.signIn('patient', password)).statusCode).toBe(201);
  });

  test('a right password starts the count again', async () => {
    await openAccount(world.platform, 'clumsy');
    await failTimes('clumsy', 9);
    expect((await world.signIn('clumsy', password)).statusCode).toBe(201);
    expect(await failTimes('clumsy', 9)).toEqual(Array(9).fill('/problems/sign-in-failed'));
  });

  test('attempts in parallel get no more than ten tries', async () => {
    await openAccount(world.platform, 'parallel');
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => world.signIn('parallel', 'wrong wrong wrong')),
    );
    expect(answers.filter((answer) => answer.statusCode === 423).length).toBeGreaterThanOrEqual(15);
    expect(answers.every((answer) => [401, 423].includes(answer.statusCode))).toBe(true);
  });

  test('one address fails thirty times in five minutes and then waits; successes do not count', async () => {
    await openAccount(world.platform, 'busy');
    const from = { remoteAddress: '203.0.113.9' };
    for (let n = 0; n < 3; n++) expect((await world.signIn('busy', password, from)).statusCode).toBe(201);
    for (let n = 0; n < 30; n++) {
      expect((await world.signIn(`guess${n}`, 'wrong wrong wrong', from)).statusCode).toBe(401);
    }
    const refused = await world.signIn('busy', password, from);
    expect(refused.statusCode).toBe(429);
    expect(refused.json()).toMatchObject({ type: '/problems/too-many-requests' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await world.signIn('busy', password)).statusCode).toBe(201);
  });
});

describe('the ends of a session', () => {
  test('thirty minutes without a request', async () => {
    await openAccount(world.platform, 'idle');
    const token = tokenOf(await world.signIn('idle', password));
    for (let n = 0; n < 3; n++) {
      world.forward(29);
      expect((await world.whoIs(token)).statusCode).toBe(200);
    }
    world.forward(30);
    const ended = await world.whoIs(token);
    expect(ended.statusCode).toBe(401);
    expect(ended.json()).toMatchObject({ type: '/problems/sign-in-required' });
  });

  test('twelve hours, however busy', async () => {
    await openAccount(world.platform, 'tireless');
    const token = tokenOf(await world.signIn('tireless', password));
    for (let minutes = 20; minutes < 720; minutes += 20) {
      world.forward(20);
      expect((await world.whoIs(token)).statusCode).toBe(200);
    }
    world.forward(20);
    expect((await world.whoIs(token)).statusCode).toBe(401);
  });

  test('signing out, which never fails', async () => {
    await openAccount(world.platform, 'leaving');
    const token = tokenOf(await world.signIn('leaving', password));
    const signOut = () =>
      world.server.inject({
        method: 'DELETE',
        url: '/api/v1/session',
        cookies: { gx_session: token },
        headers: { 'sec-fetch-site': 'same-origin' },
      });
    const first = await signOut();
    expect(first.statusCode).toBe(204);
    expect(first.cookies[0]).toMatchObject({ name: 'gx_session', value: '' });
    expect(first.headers['clear-site-data']).toBe('"cache", "storage"');
    expect((await world.whoIs(token)).statusCode).toBe(401);
    expect((await signOut()).statusCode).toBe(204);
  });

  test('closing the account', async () => {
    const accountId = await openAccount(world.platform, 'gone');
    const token = tokenOf(await world.signIn('gone', password));
    await closeAccount(world.platform, accountId, { by: 'account:1', reason: '离职' });
    expect((await world.whoIs(token)).statusCode).toBe(401);
    expect((await world.signIn('gone', password)).statusCode).toBe(401);
    await expect(
      closeAccount(world.platform, accountId, { by: 'account:1', reason: '离职' }),
    ).rejects.toThrow('account-unknown');
  });

  test('the end of its unit', async () => {
    const token = tokenOf(await world.signIn('wang', password));
    await world.platform.db.app.query(sql`update identity.unit set until = ${world.platform.clock.today()}`);
    expect((await world.whoIs(token)).statusCode).toBe(401);
    expect((await world.signIn('wang', password)).statusCode).toBe(401);
    await world.platform.db.app.query(sql`update identity.unit set until = null`);
    expect((await world.whoIs(token)).statusCode).toBe(200);
  });
});
