/** Tokens for machines: RFC 6749 § 2.3.1, § 4.4, § 5.1, § 5.2, and what a token then opens. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { closeClient } from './close-client.ts';
import { createClient } from './create-client.ts';
import { identityWorld, market } from './testing.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
let client: { clientId: string; clientSecret: string };
beforeAll(async () => {
  world = await identityWorld();
  client = await createClient(world.platform, market.code);
});
afterAll(() => world.close());

const form = 'application/x-www-form-urlencoded';
const grant = 'grant_type=client_credentials';

function basic(id: string, secret: string) {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

function ask(payload: string, headers: Record<string, string> = {}) {
  const all = { 'content-type': form, ...headers };
  return world.server.inject({ method: 'POST', url: '/oauth/token', headers: all, payload });
}

async function getToken(): Promise<string> {
  return (await ask(grant, basic(client.clientId, client.clientSecret))).json().access_token;
}

// A machine client may not have a session of its own, so 403 says that the token was understood.
function useToken(token: string) {
  const headers = { authorization: `Bearer ${token}` };
  return world.server.inject({ method: 'GET', url: '/api/v1/session', headers });
}

describe('a token is given', () => {
  test('for the secret by HTTP Basic', async () => {
    const response = await ask(grant, basic(client.clientId, client.clientSecret));
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(response.headers['x-content-type-options']).toBe('nosniff');
    expect(response.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]{43,}$/),
      expires_in: 3600,
      token_type: 'Bearer',
    });
  });

  test('for the secret in the body', async () => {
    const response = await ask(`${grant}&client_id=${client.clientId}&client_secret=${client.clientSecret}`);
    expect(response.statusCode).toBe(200);
    expect((await useToken(response.json().access_token)).statusCode).toBe(403);
  });

  test('over a socket as well', async () => {
    const address = await world.server.listen({ host: '127.0.0.1', port: 0 });
    const response = await fetch(`${address}/oauth/token`, {
      method: 'POST',
      headers: basic(client.clientId, client.clientSecret),
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ token_type: 'Bearer' });
  });

  test('and the scheme may be written in any case', async () => {
    const { authorization } = basic(client.clientId, client.clientSecret);
    expect((await ask(grant, { authorization: authorization.replace('Basic', 'basic') })).statusCode).toBe(
      200,
    );
  });
});

describe('no token is given', () => {
  test.each([
    ['a wrong secret', 401, 'invalid_client', () => ask(grant, basic(client.clientId, 'wrong'))],
    [
      'the stored hash as secret',
      401,
      'invalid_client',
      async () => {
        const row = await world.platform.db.app.one<{ hash: string }>(sql`
        select encode(secret_hash, 'hex') as hash from identity.client_credential where client_id = ${client.clientId}`);
        return ask(grant, basic(client.clientId, row.hash));
      },
    ],
    ['an unknown client', 401, 'invalid_client', () => ask(grant, basic('nobody', client.clientSecret))],
    [
      'an id that no database keeps',
      401,
      'invalid_client',
      () => ask(`${grant}&client_id=a%00b&client_secret=x`),
    ],
    ['no client', 400, 'invalid_request', () => ask(grant)],
    ['an id without secret', 401, 'invalid_client', () => ask(`${grant}&client_id=${client.clientId}`)],
    [
      'two ways at once',
      400,
      'invalid_request',
      () => ask(`${grant}&client_secret=${client.clientSecret}`, basic(client.clientId, client.clientSecret)),
    ],
    [
      'another grant',
      400,
      'unsupported_grant_type',
      () => ask('grant_type=password&username=a&password=b', basic(client.clientId, client.clientSecret)),
    ],
    [
      'an authorization code',
      400,
      'unsupported_grant_type',
      () => ask('grant_type=authorization_code&code=x', basic(client.clientId, client.clientSecret)),
    ],
    ['no grant', 400, 'invalid_request', () => ask('a=b', basic(client.clientId, client.clientSecret))],
    [
      'a doubled parameter',
      400,
      'invalid_request',
      () => ask(`${grant}&${grant}`, basic(client.clientId, client.clientSecret)),
    ],
    [
      'JSON',
      400,
      'invalid_request',
      () => ask('{}', { ...basic(client.clientId, client.clientSecret), 'content-type': 'application/json' }),
    ],
    [
      'a huge body',
      400,
      'invalid_request',
      () => ask(`${grant}&x=${'x'.repeat(70_000)}`, basic(client.clientId, client.clientSecret)),
    ],
    [
      'a page of another site',
      400,
      'invalid_request',
      () => ask(grant, { ...basic(client.clientId, client.clientSecret), origin: 'https://evil.example' }),
    ],
    ['a browser', 400, 'invalid_request', () => ask(grant, { accept: 'text/html' })],
  ])('for %s: %i %s', async (_name, status, error, send) => {
    const response = await send();
    expect(response.statusCode).toBe(status);
    expect(response.headers['content-type']).toMatch(/^application\/json/);
    expect(response.json()).toMatchObject({ error });
    expect(response.json()).not.toHaveProperty('access_token');
    // § 5.2: who tried by the Authorization header is told the scheme.
    const triedByHeader = status === 401 && response.raw.req.headers['authorization'] !== undefined;
    expect(String(response.headers['www-authenticate']).startsWith('Basic ')).toBe(triedByHeader);
  });

  test('for a closed client, and its tokens end with it', async () => {
    const other = await createClient(world.platform, market.code);
    const token = (await ask(grant, basic(other.clientId, other.clientSecret))).json().access_token;
    expect((await useToken(token)).statusCode).toBe(403);
    await closeClient(world.platform, other.clientId);
    expect((await useToken(token)).statusCode).toBe(401);
    expect((await ask(grant, basic(other.clientId, other.clientSecret))).json()).toMatchObject({
      error: 'invalid_client',
    });
    await expect(closeClient(world.platform, other.clientId)).rejects.toThrow('client-unknown');
  });
});

describe('a token', () => {
  test('is kept as a hash alone', async () => {
    const token = await getToken();
    const rows = await world.platform.db.app.query<{ all: string }>(sql`
      select string_agg(t::text, '') as all from identity.token t`);
    expect(rows[0]?.all).not.toContain(token);
    expect(rows[0]?.all).not.toContain(Buffer.from(token).toString('hex'));
  });

  test('lasts an hour', async () => {
    const token = await getToken();
    world.forward(59);
    expect((await useToken(token)).statusCode).toBe(403);
    world.forward(1);
    const ended = await useToken(token);
    expect(ended.statusCode).toBe(401);
    expect(ended.json()).toMatchObject({ type: '/problems/token-refused' });
    expect(ended.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
  });

  test('that was made up opens nothing', async () => {
    expect((await useToken('made-up')).statusCode).toBe(401);
  });

  test('is swept out by later ones once it has ended', async () => {
    await getToken();
    world.forward(61);
    await getToken();
    const ended = await world.platform.db.app.query(sql`
      select from identity.token where expires_at <= ${world.platform.clock.now()}`);
    expect(ended).toHaveLength(0);
  });
});

test.each([
  ['GET', '/oauth/token', 405],
  ['GET', '/oauth/auth', 404],
  ['GET', '/auth', 404],
  ['POST', '/reg', 404],
  ['GET', '/jwks', 404],
  ['GET', '/me', 404],
  ['POST', '/token/introspection', 404],
  ['POST', '/token/revocation', 404],
  ['GET', '/.well-known/openid-configuration', 404],
] as const)('nothing else of the provider is served: %s %s', async (method, url, status) => {
  expect((await world.server.inject({ method, url })).statusCode).toBe(status);
});
