/** Other sites can't act with somebody's cookie, and an actor is what the database says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from './create-client.ts';
import { authenticate } from './index.ts';
import { identityWorld, market, openAccount, password, tokenOf } from './testing.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
let token: string;
let accountId: string;
beforeAll(async () => {
  world = await identityWorld();
  accountId = await openAccount(world.platform, 'wang');
  token = tokenOf(await world.signIn('wang', password));
});
afterAll(() => world.close());

function signOut(headers: Record<string, string>) {
  return world.server.inject({
    method: 'DELETE',
    url: '/api/v1/session',
    cookies: { '__Host-gx_session': token },
    headers: { host: 'xy.example', ...headers },
  });
}

describe('a request with a cookie that changes something', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a page without origin', { origin: 'null' }],
    ['nowhere', {}],
  ])('is refused from %s', async (_name, headers) => {
    const response = await signOut(headers as Record<string, string>);
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ type: '/problems/cross-site' });
    expect((await world.whoIs(token)).statusCode).toBe(200);
  });

  test.each([
    ['its own page', { 'sec-fetch-site': 'same-origin' }],
    ['its own page in an older browser', { origin: 'https://xy.example' }],
  ])('is served from %s', async (_name, headers) => {
    expect((await signOut(headers)).statusCode).toBe(204);
    token = tokenOf(await world.signIn('wang', password));
  });
});

describe('signing in', () => {
  test('is refused from another site, since it would leave its reader in a foreign account', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const response = await world.signIn('wang', password, { headers: headers as Record<string, string> });
      expect(response.statusCode).toBe(403);
      expect(response.cookies).toHaveLength(0);
    }
  });

  test('is served from a program, which says nothing', async () => {
    expect((await world.signIn('wang', password)).statusCode).toBe(201);
  });
});

describe('authenticate', () => {
  /** What `authenticate` makes of a request with these headers. */
  async function actorOf(headers: Record<string, string>) {
    const request = { method: 'GET', headers, host: 'xy.example', server: world.server };
    return authenticate(world.platform, request as unknown as Parameters<typeof authenticate>[1]);
  }

  test('gives the account of a session', async () => {
    expect(await actorOf({ cookie: `other=1; __Host-gx_session=${token}` })).toEqual({
      kind: 'account',
      accountId,
      unit: market.code,
      roles: ['data-officer'],
      name: '王数据',
    });
  });

  test('gives the client of a token, also beside a cookie', async () => {
    const { clientId, clientSecret } = await createClient(world.platform, market.code);
    const answer = await world.server.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `grant_type=client_credentials&client_id=${clientId}&client_secret=${clientSecret}`,
    });
    const authorization = `Bearer ${answer.json().access_token}`;
    const actor = { kind: 'client', clientId, unit: market.code, scopes: [] };
    expect(await actorOf({ authorization })).toEqual(actor);
    expect(await actorOf({ authorization, cookie: `__Host-gx_session=${token}` })).toEqual(actor);
  });

  test('gives nobody without a sign-in, and for a session that is none', async () => {
    expect(await actorOf({})).toEqual({ kind: 'anonymous' });
    expect(await actorOf({ cookie: '__Host-gx_session=made-up' })).toEqual({ kind: 'anonymous' });
    expect(await actorOf({ cookie: 'gx_session=' })).toEqual({ kind: 'anonymous' });
  });
});
