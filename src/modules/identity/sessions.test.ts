/** One's own sessions, and acts that want the second factor of the last five minutes. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount } from './create-account.ts';
import { identityWorld, market, openAccount, password, tokenOf, totpSecret } from './testing.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());

function ask(token: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  const headers = { cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin' };
  return world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}

describe('sessions', () => {
  test('are listed with where they came from, and ended one by one', async () => {
    await openAccount(world.platform, 'travelling');
    const from = (device: string, remoteAddress: string) => ({
      remoteAddress,
      headers: { 'user-agent': device },
    });
    const home = tokenOf(await world.signIn('travelling', password, from('Desk', '192.0.2.1')));
    const away = tokenOf(await world.signIn('travelling', password, from('x'.repeat(300), '192.0.2.2')));
    const { items } = (await ask(home, 'GET', '/api/v1/sessions')).json();
    expect(items).toEqual([
      expect.objectContaining({
        address: '192.0.2.2',
        device: 'x'.repeat(200),
        isCurrent: false,
        method: 'code',
      }),
      expect.objectContaining({ address: '192.0.2.1', device: 'Desk', isCurrent: true }),
    ]);
    expect((await ask(home, 'DELETE', `/api/v1/sessions/${items[0].sessionId}`)).statusCode).toBe(204);
    expect((await world.whoIs(away)).statusCode).toBe(401);
    expect((await ask(home, 'GET', '/api/v1/sessions')).json().items).toHaveLength(1);
  });

  test('of somebody else are not there', async () => {
    await openAccount(world.platform, 'owner');
    await openAccount(world.platform, 'stranger');
    const owner = tokenOf(await world.signIn('owner', password));
    const stranger = tokenOf(await world.signIn('stranger', password));
    const [own] = (await ask(owner, 'GET', '/api/v1/sessions')).json().items;
    const answer = await ask(stranger, 'DELETE', `/api/v1/sessions/${own.sessionId}`);
    expect([answer.statusCode, answer.json().type]).toEqual([404, '/problems/session-not-found']);
    expect((await world.whoIs(owner)).statusCode).toBe(200);
  });
});

describe('a dangerous act', () => {
  const person = { unit: market.code, name: '管', password, totpSecret, roles: ['administrator'] } as const;
  const open = (token: string, loginName: string) =>
    ask(token, 'POST', '/api/v1/accounts', { loginName, name: '新' });

  test('wants the factor again after five minutes, and a code that was not used', async () => {
    await createAccount(world.platform, { ...person, loginName: 'cautious' });
    const token = tokenOf(await world.signIn('cautious', password));
    expect((await open(token, 'made.one')).statusCode).toBe(201);
    world.forward(6);
    const stale = await open(token, 'made.two');
    expect([stale.statusCode, stale.json().type]).toEqual([403, '/problems/step-up-required']);
    const code = world.freshCode('cautious');
    const shown = await ask(token, 'POST', '/api/v1/session/step-up', { code });
    expect(shown.statusCode).toBe(204);
    expect((await open(tokenOf(shown), 'made.two')).statusCode).toBe(201);
    const again = await ask(tokenOf(shown), 'POST', '/api/v1/session/step-up', { code });
    expect(again.json().type).toBe('/problems/code-refused');
  });

  test('is freshened for one session alone, and guessing locks', async () => {
    await createAccount(world.platform, { ...person, loginName: 'split' });
    const one = tokenOf(await world.signIn('split', password));
    const other = tokenOf(await world.signIn('split', password));
    world.forward(6);
    const code = world.freshCode('split');
    await ask(one, 'POST', '/api/v1/session/step-up', { code });
    expect((await open(other, 'made.three')).statusCode).toBe(403);
    const types: string[] = [];
    for (let n = 0; n < 11; n++)
      types.push((await ask(other, 'POST', '/api/v1/session/step-up', { code: '000000' })).json().type);
    expect(types.slice(0, 9)).toEqual(Array(9).fill('/problems/code-refused'));
    expect(types.slice(9)).toEqual(Array(2).fill('/problems/sign-in-locked'));
  });
});
