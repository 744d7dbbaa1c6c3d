/** Machine clients: signed assertions, credentials that overlap, networks, quotas, and whose they are. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Platform } from '../../platform/index.ts';
import { createAccount } from './create-account.ts';
import {
  addCredential,
  type ClientLimits,
  type NewCredential,
  openClient as openIn,
} from './create-client.ts';
import { endCredential, updateClient } from './queries/clients.ts';
import { registerUnit } from './register-unit.ts';
import { identityWorld, market, password, sessionOf, totpSecret } from './testing.ts';
import { findTokenClient } from './token-store.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
beforeAll(async () => {
  world = await identityWorld();
  await registerUnit(world.platform, { ...market, code: 'other', uscc: null });
});
afterAll(() => world.close());

const openClient = (platform: Platform, unit: string, first: NewCredential & ClientLimits) =>
  platform.db.app.transaction((tx) => openIn(platform, tx, unit, first));
const by = { createdBy: 'account:1' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const ecKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwkOf = (key: KeyObject) => key.export({ format: 'jwk' }) as Record<string, unknown>;

/** A client assertion (RFC 7523 § 3), signed with ES256. */
function assertion(clientId: string, key: KeyObject, change: Record<string, unknown> = {}): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: 'http://localhost/oauth/token',
    jti: crypto.randomUUID(),
    exp: now + 60,
    ...change,
  };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'ES256' })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
}

function askWith(fields: Record<string, string>) {
  const payload = new URLSearchParams({ grant_type: 'client_credentials', ...fields }).toString();
  return world.server.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { ...form, host: 'localhost' },
    payload,
  });
}

const askSigned = (clientId: string, signed: string) =>
  askWith({
    client_id: clientId,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: signed,
  });
const askSecret = (id: string, secret: string, more: { scope?: string } = {}) =>
  askWith({ client_id: id, client_secret: secret, ...more });

/** 403 says that the token was understood: a client has no session. */
const use = (token: string, remoteAddress = '127.0.0.1') =>
  world.server.inject({
    method: 'GET',
    url: '/api/v1/session',
    headers: { authorization: `Bearer ${token}` },
    remoteAddress,
  });

describe('a signed assertion', () => {
  test('gives a token, once', async () => {
    const { publicKey, privateKey } = ecKey();
    const { clientId, clientSecret } = await openClient(world.platform, market.code, {
      ...by,
      jwk: jwkOf(publicKey),
    });
    expect(clientSecret).toBe(undefined);
    const signed = assertion(clientId, privateKey);
    const answer = await askSigned(clientId, signed);
    expect(answer.statusCode, answer.body).toBe(200);
    expect((await use(answer.json().access_token)).json().type).toBe('/problems/not-allowed');
    const again = await askSigned(clientId, signed);
    expect([again.statusCode, again.json().error]).toEqual([401, 'invalid_client']);
    const raced = assertion(clientId, privateKey);
    const both = await Promise.all([1, 2, 3].map(() => askSigned(clientId, raced)));
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401, 401]);
  });

  test.each<[string, Record<string, unknown>, number]>([
    ['that has run out', { exp: 1 }, 401],
    ['for another audience', { aud: 'https://elsewhere.example/oauth/token' }, 401],
    // The request names one client and the assertion another: invalid_request.
    ['of another client', { iss: 'somebody', sub: 'somebody' }, 400],
    ['without a number', { jti: undefined }, 401],
  ])('%s gives none', async (_name, change, status) => {
    const { publicKey, privateKey } = ecKey();
    const { clientId } = await openClient(world.platform, market.code, { ...by, jwk: jwkOf(publicKey) });
    expect((await askSigned(clientId, assertion(clientId, privateKey, change))).statusCode).toBe(status);
  });

  test('by another key gives none', async () => {
    const { clientId } = await openClient(world.platform, market.code, {
      ...by,
      jwk: jwkOf(ecKey().publicKey),
    });
    expect((await askSigned(clientId, assertion(clientId, ecKey().privateKey))).statusCode).toBe(401);
  });

  test.each<[string, () => Record<string, unknown>]>([
    ['a private key', () => jwkOf(ecKey().privateKey)],
    ['a short RSA key', () => jwkOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey)],
    ['another curve', () => jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey)],
    ['a shared secret', () => ({ kty: 'oct', k: 'c2VjcmV0' })],
    ['nonsense', () => ({ kty: 'EC', crv: 'P-256', x: 'x', y: 'y' })],
  ])('is not registered with %s', async (_name, jwk) => {
    await expect(openClient(world.platform, market.code, { ...by, jwk: jwk() })).rejects.toThrow(
      'client-refused',
    );
  });
});

describe('credentials', () => {
  test('overlap while a secret is replaced', async () => {
    const { platform } = world;
    const { clientId, credentialId, clientSecret = '' } = await openClient(platform, market.code, by);
    const next = await platform.db.app.transaction((tx) => addCredential(platform, tx, clientId, by));
    for (const secret of [clientSecret, next.clientSecret ?? ''])
      expect((await askSecret(clientId, secret)).statusCode).toBe(200);
    world.forward(1);
    expect(await endCredential(platform.db.app, clientId, credentialId, platform.clock.now())).toBe(true);
    expect((await askSecret(clientId, clientSecret)).statusCode).toBe(401);
    expect((await askSecret(clientId, next.clientSecret ?? '')).statusCode).toBe(200);
    expect((await askSecret(clientId, `${clientSecret} ${next.clientSecret}`)).statusCode).toBe(401);
  });

  test('of two keys either is good, and a secret beside them opens nothing', async () => {
    const { platform } = world;
    const [one, two] = [ecKey(), ecKey()];
    const { clientId, clientSecret = '' } = await openClient(platform, market.code, by);
    for (const { publicKey } of [one, two])
      await platform.db.app.transaction((tx) =>
        addCredential(platform, tx, clientId, { ...by, jwk: jwkOf(publicKey) }),
      );
    for (const { privateKey } of [one, two])
      expect((await askSigned(clientId, assertion(clientId, privateKey))).statusCode).toBe(200);
    expect((await askSecret(clientId, clientSecret)).statusCode).toBe(401);
  });

  test('end on their day', async () => {
    const until = new Date(world.platform.clock.now().getTime() + 3_600_000);
    const { clientId, clientSecret = '' } = await openClient(world.platform, market.code, { ...by, until });
    expect((await askSecret(clientId, clientSecret)).statusCode).toBe(200);
    world.forward(60);
    expect((await askSecret(clientId, clientSecret)).statusCode).toBe(401);
  });
});

describe('limits', () => {
  const tokenFor = async (limits: { networks?: string[]; quota?: number }) => {
    const { clientId, clientSecret = '' } = await openClient(world.platform, market.code, {
      ...by,
      ...limits,
    });
    return (await askSecret(clientId, clientSecret)).json().access_token as string;
  };

  test('a client comes from its networks alone', async () => {
    const token = await tokenFor({ networks: ['10.20.0.0/16', '2001:db8::/32'] });
    for (const address of ['10.20.3.4', '2001:db8::7'])
      expect((await use(token, address)).json().type).toBe('/problems/not-allowed');
    for (const address of ['10.21.0.1', '127.0.0.1', '2001:db9::7'])
      expect((await use(token, address)).json().type).toBe('/problems/network-refused');
  });

  test('a quota is counted in the database and begins anew the next day', async () => {
    const token = await tokenFor({ quota: 3 });
    const types = [];
    for (let n = 0; n < 5; n++) types.push((await use(token)).json().type);
    expect(types).toEqual([
      ...Array(3).fill('/problems/not-allowed'),
      ...Array(2).fill('/problems/quota-spent'),
    ]);
  });
});

describe('scopes (RFC 6749 § 3.3)', () => {
  const scopes = ['submit:administrative-licence', 'submit:administrative-penalty', 'disclose:licensing'];
  const opened = () => openClient(world.platform, market.code, { ...by, scopes });
  const carried = async (token: string) =>
    (await findTokenClient(world.platform, token, '127.0.0.1'))?.scopes.toSorted();

  test('without asking a token carries all that is granted; with asking, what was asked for', async () => {
    const { clientId, clientSecret = '' } = await opened();
    const all = (await askSecret(clientId, clientSecret)).json();
    expect(all.scope.split(' ').sort()).toEqual(scopes.toSorted());
    expect(await carried(all.access_token)).toEqual(scopes.toSorted());
    const one = (await askSecret(clientId, clientSecret, { scope: 'disclose:licensing' })).json();
    expect(one.scope).toBe('disclose:licensing');
    expect(await carried(one.access_token)).toEqual(['disclose:licensing']);
  });

  test.each(['submit:organisation-registration', 'disclose:licensing disclose:audit', 'openid', '*'])(
    '%s is not granted: invalid_scope (RFC 6749 § 5.2)',
    async (scope) => {
      const { clientId, clientSecret = '' } = await opened();
      const answer = await askSecret(clientId, clientSecret, { scope });
      expect([answer.statusCode, answer.json().error]).toEqual([400, 'invalid_scope']);
    },
  );

  test('a client without scopes gets a token that carries none', async () => {
    const { clientId, clientSecret = '' } = await openClient(world.platform, market.code, by);
    const { access_token } = (await askSecret(clientId, clientSecret)).json();
    expect(await carried(access_token)).toEqual([]);
  });

  test('what is taken away is gone from tokens that are out', async () => {
    const { clientId, clientSecret = '' } = await opened();
    const { access_token } = (await askSecret(clientId, clientSecret)).json();
    const left = { clientId, scopes: ['disclose:licensing'], networks: [], quota: null };
    await updateClient(world.platform.db.app, left);
    expect(await carried(access_token)).toEqual(['disclose:licensing']);
  });
});

describe('an administrator', () => {
  async function administrator(unit: string, loginName: string) {
    await createAccount(world.platform, {
      unit,
      roles: ['administrator'],
      loginName,
      name: '管',
      password,
      totpSecret,
    });
    const headers = {
      cookie: `gx_session=${await sessionOf(world.platform, loginName)}`,
      'sec-fetch-site': 'same-origin',
    };
    return (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
      world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  }

  test('opens, rotates and closes the clients of the own unit alone', async () => {
    const own = await administrator(market.code, 'own.admin');
    const second = await administrator(market.code, 'second.admin');
    const foreign = await administrator('other', 'other.admin');
    const reason = '业务系统对接报送';
    async function decided(answer: Awaited<ReturnType<typeof own>>) {
      expect(answer.statusCode, answer.body).toBe(202);
      const url = `/api/v1/approvals/${answer.json().approvalId}/decision`;
      const body = { decision: 'approve', reason: '核对无误' };
      expect((await own('POST', url, body)).json().type).toBe('/problems/not-yours-to-decide');
      return (await second('POST', url, body)).json();
    }
    const scopes = ['submit:administrative-penalty'];
    const limits = { scopes, networks: ['127.0.0.0/8'], quota: 100 };
    const name = '执法办案系统';
    const opened = await decided(await own('POST', '/api/v1/clients', { name, ...limits, reason }));
    const { clientId, credentialId } = opened.outcome;
    const { clientSecret } = opened.once;
    expect((await askSecret(clientId, clientSecret)).statusCode).toBe(200);
    const listed = (await own('GET', '/api/v1/clients')).json().items;
    expect(listed).toContainEqual({
      clientId,
      name,
      ...limits,
      requestsToday: 0,
      credentials: [{ credentialId, kind: 'secret', since: expect.any(String), until: null }],
    });
    expect(JSON.stringify(listed)).not.toContain(clientSecret);
    const url = `/api/v1/clients/${clientId}`;
    expect((await foreign('POST', `${url}/credentials`, { reason })).json().type).toBe(
      '/problems/client-unknown',
    );
    expect((await foreign('DELETE', url)).json().type).toBe('/problems/client-unknown');
    expect((await foreign('GET', '/api/v1/clients?unit=scjg')).json().type).toBe('/problems/unit-unknown');
    expect((await foreign('PUT', url, { ...limits, reason })).json().type).toBe('/problems/client-unknown');
    const next = await decided(await own('POST', `${url}/credentials`, { reason }));
    await decided(await own('PUT', url, { ...limits, scopes: ['disclose:licensing'], reason }));
    expect((await own('GET', '/api/v1/clients')).json().items).toContainEqual(
      expect.objectContaining({ clientId, scopes: ['disclose:licensing'] }),
    );
    const first = `${url}/credentials/${credentialId}`;
    const now = world.platform.clock.now().getTime();
    const endAt = (minutes: number) =>
      own('PUT', first, { until: new Date(now + minutes * 60_000).toISOString() });
    expect((await endAt(-1)).json().type).toBe('/problems/credential-end-refused');
    expect((await endAt(60)).statusCode).toBe(204);
    // An end can be brought forward, never put off.
    expect((await endAt(90)).json().type).toBe('/problems/client-unknown');
    expect((await askSecret(clientId, clientSecret)).statusCode).toBe(200);
    world.forward(1);
    expect((await own('DELETE', first)).statusCode).toBe(204);
    expect((await askSecret(clientId, clientSecret)).statusCode).toBe(401);
    expect((await own('DELETE', url)).statusCode).toBe(204);
    expect((await askSecret(clientId, next.once.clientSecret)).statusCode).toBe(401);
  });

  test.each(['999.1.1.1/8', '10.0.0.1/8', '10.0.0.0/99'])(
    'is told that %s is no network',
    async (network) => {
      const own = await administrator(market.code, `net.${network.replace(/\W/g, '.')}`);
      const answer = await own('POST', '/api/v1/clients', { networks: [network], reason: '业务系统对接' });
      expect([answer.statusCode, answer.json().type]).toEqual([422, '/problems/client-refused']);
    },
  );

  test('is told that a unit is not there, also at the centre, which may ask for any', async () => {
    await registerUnit(world.platform, { ...market, code: 'centre-of-clients', kind: 'centre', uscc: null });
    const own = await administrator('centre-of-clients', 'centre.clients');
    const answer = await own('POST', '/api/v1/clients', { unit: 'nobody', reason: '业务系统对接' });
    expect(answer.json().type).toBe('/problems/unit-unknown');
  });
});
