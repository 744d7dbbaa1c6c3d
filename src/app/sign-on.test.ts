/** The city's sign-on against a real OpenID provider over HTTP: three kinds of people, everything that may be wrong, and leaving. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, totpCode } from '../modules/identity/index.ts';
import { totpSecret } from '../modules/identity/testing.ts';
import { buildCity, firm, registerFirms, UNITS } from '../modules/intake/testing/city.ts';
import { decision, person, settle } from '../modules/persons/testing/people.ts';
import type { Server } from '../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../platform/testing.ts';
import { type Answer, signOnProvider } from './demo/sign-on/provider.ts';
import type { Visitor } from './demo/sign-on/visitors.ts';
import { buildApp } from './server.ts';

type Claims = Record<string, unknown>;

const visitor = (id: string, kind: Visitor['kind'], claims: Record<string, string>): Visitor => ({
  id,
  kind,
  label: id,
  claims,
});
const visitors: Visitor[] = [
  visitor('officer', 'officer', { officer_login: 'Wang' }),
  visitor('newcomer', 'officer', { officer_login: 'newcomer' }),
  visitor('stranger', 'officer', { officer_login: 'nobody-here' }),
  visitor('firm', 'organisation', { uscc: firm(1).uscc }),
  visitor('unknown-firm', 'organisation', { uscc: firm(2).uscc }),
  visitor('person', 'person', { identity_number: person(1).identityNumber }),
  visitor('unknown-person', 'person', { identity_number: person(2).identityNumber }),
  visitor('both', 'officer', { officer_login: 'wang', uscc: firm(1).uscc }),
  visitor('false-agent', 'agent', { uscc: firm(1).uscc, agent: '4711' }),
];

const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const client = { issuer: '', clientId: 'gongxin-test', clientSecret: 'a secret of the test' };
const logged: string[] = [];
let world: TestWorld;
let provider: HttpServer;
let app: Server;
let origin: string;
/** Changes the ID token on its way, as whoever holds the line could. */
let tamper: ((claims: Claims) => string) | undefined;
let isDown = false;

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function signed(claims: Claims, by: KeyObject): string {
  const content = `${encode({ alg: 'ES256', kid: 'demo', typ: 'JWT' })}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(content), { key: by, dsaEncoding: 'ieee-p1363' });
  return `${content}.${signature.toString('base64url')}`;
}

/** The provider, with a hand on the line that can change what its token endpoint says. */
async function openProvider(): Promise<HttpServer> {
  let answer: Answer | undefined;
  const server = createServer((request, response) => {
    if (isDown) return void response.destroy();
    const change = tamper;
    if (request.url === '/token' && change) {
      const end = response.end.bind(response) as (body: string) => typeof response;
      response.end = ((body: string | Buffer) => {
        const tokens = JSON.parse(body.toString());
        const claims = JSON.parse(Buffer.from(tokens.id_token.split('.')[1], 'base64url').toString());
        const said = JSON.stringify({ ...tokens, id_token: change(claims) });
        response.setHeader('content-length', Buffer.byteLength(said));
        return end(said);
      }) as typeof response.end;
    }
    void answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  client.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = signOnProvider({ client, key, listVisitors: async () => visitors });
  return server;
}

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1)]);
  await settle(world.platform, [decision(person(1), 1)]);
  const account = {
    unit: UNITS.market.code,
    roles: ['data-officer'],
    name: '王',
    password: 'plum7 bridge over snow',
  } as const;
  await createAccount(world.platform, { ...account, roles: ['data-officer'], loginName: 'wang', totpSecret });
  await createAccount(world.platform, { ...account, roles: ['data-officer'], loginName: 'newcomer' });
  provider = await openProvider();
  const log = Object.create(world.platform.log, {
    warn: { value: (...said: unknown[]) => logged.push(JSON.stringify(said)) },
  });
  const config = { ...world.platform.config, signOn: client };
  app = await buildApp({ ...world.platform, log, config });
  origin = await app.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);
afterEach(() => {
  tamper = undefined;
  isDown = false;
});
afterAll(async () => {
  await app?.close();
  provider?.close();
  provider?.closeAllConnections();
  await world?.close();
});

/** A browser: follows addresses by hand and keeps each host's cookies. */
function browser() {
  const jar = new Map<string, string>();
  async function go(url: string, form?: Record<string, string>) {
    const answer = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: {
        accept: 'text/html',
        'accept-language': 'en',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (!name) continue;
      if (value) jar.set(name, value);
      else jar.delete(name);
    }
    const to = answer.headers.get('location');
    return { status: answer.status, to: to ? new URL(to, url).href : undefined, body: await answer.text() };
  }
  return { jar, go };
}

type Choice = { factor?: boolean; leave?: (url: URL) => void; arrive?: (url: URL) => void };

/** From our button through the provider to what we answer; `leave` and `arrive` bend the address on the way. */
async function signOnAs(id: string, { factor = true, leave, arrive }: Choice = {}) {
  const { jar, go } = browser();
  const away = new URL((await go(`${origin}/sign-on`)).to ?? '');
  leave?.(away);
  let to: string = away.href;
  for (let hop = 0; hop < 8 && !to.startsWith(`${origin}/sign-on/return`); hop++) {
    const isChoice = new URL(to).pathname.startsWith('/choose/');
    if (isChoice) expect((await go(to)).body).toContain('演示统一认证');
    const next = await go(to, isChoice ? { visitor: id, ...(factor ? { factor: 'on' } : {}) } : undefined);
    expect(next.to, `${to} ${next.status} ${next.body.slice(0, 500)}`).toBeDefined();
    to = next.to as string;
  }
  const back = new URL(to);
  arrive?.(back);
  return { ...(await go(back.href)), token: jar.get('gx_session'), back, jar, go };
}

const ask = (url: string, token: string | undefined) =>
  app.inject({ method: 'GET', url, cookies: { gx_session: token ?? '' } });

describe('who comes in', () => {
  test('an officer with the second factor of the sign-on, under the roles granted here', async () => {
    const { to, token } = await signOnAs('officer');
    expect(to).toBe(`${origin}/console`);
    const { account } = (await ask('/api/v1/session', token)).json();
    expect(account).toMatchObject({ name: '王', roles: ['data-officer'] });
    const sessions = (await ask('/api/v1/sessions', token)).json();
    expect(JSON.stringify(sessions)).toContain('sign-on');
  });

  test('an officer without it still gives the code', async () => {
    const { to, token } = await signOnAs('officer', { factor: false });
    expect(token).toBeUndefined();
    const ticket = /^\/console#sign-on=(.+)$/.exec(to?.slice(origin.length) ?? '')?.[1];
    const payload = { ticket, code: totpCode(totpSecret, world.platform.clock.now()) };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session/code', payload });
    expect(answer.statusCode, answer.body).toBe(201);
  });

  test('an organisation at its own file', async () => {
    const { to, token } = await signOnAs('firm');
    expect(to).toBe(`${origin}/console/me`);
    expect((await ask('/api/v1/me', token)).json()).toMatchObject({
      as: 'organisation',
      readOnly: false,
      subject: { uscc: firm(1).uscc },
    });
    expect((await ask('/api/v1/session', token)).statusCode).toBe(403);
  });

  test('an agent while the powers are in force, for reading alone', async () => {
    const organisation = (await signOnAs('firm')).token;
    const answer = await app.inject({
      method: 'POST',
      url: '/api/v1/me/agents',
      cookies: { gx_session: organisation ?? '' },
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: { label: '会计', limits: ['read'], until: '2027-01-31' },
    });
    expect(answer.statusCode, answer.body).toBe(201);
    const agent = answer.json().agentId as string;
    visitors.push(visitor('agent', 'agent', { uscc: firm(1).uscc, agent }));
    const { token } = await signOnAs('agent');
    expect((await ask('/api/v1/me', token)).json()).toMatchObject({ agentId: agent, readOnly: true });
  });

  test('a natural person, by a number that stands nowhere afterwards', async () => {
    const { to, token } = await signOnAs('person');
    expect(to).toBe(`${origin}/console/me`);
    expect((await ask('/api/v1/me', token)).json()).toMatchObject({ as: 'person', subject: null });
    const file = (await ask('/api/v1/me/file', token)).json();
    expect(file.subject.identityNumber).toMatch(/^37\*+[\dX]$/);
    expect(file.records).toHaveLength(1);
    const { rows } = await world.db.migrator.pool.query(
      `select subject_id, as_kind from identity.subject_session where as_kind = 'person'`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify([logged, rows])).not.toContain(person(1).identityNumber);
  });
});

describe('who does not', () => {
  test.each([
    ['an officer without an account', 'stranger', true, 403, 'You have no open account here'],
    [
      'an officer without a second factor anywhere',
      'newcomer',
      false,
      403,
      'Sign in with your password the first time',
    ],
    ['an organisation that is not known', 'unknown-firm', true, 404, 'Nothing is held here about you'],
    ['a person of whom nothing is held', 'unknown-person', true, 404, 'Nothing is held here about you'],
    ['an agent whose powers are not in force', 'false-agent', true, 404, 'Nothing is held here about you'],
    ['two at once', 'both', true, 403, 'The sign-on did not say who you are'],
  ])('%s', async (_name, id, factor, status, sentence) => {
    const answer = await signOnAs(id, { factor });
    expect(answer.status, answer.body).toBe(status);
    expect(answer.body).toContain(sentence);
    expect(answer.token).toBeUndefined();
  });

  const refusals: [string, Choice | ((claims: Claims) => string)][] = [
    ['another state', { arrive: (url) => url.searchParams.set('state', 'x'.repeat(43)) }],
    ['another nonce', { leave: (url) => url.searchParams.set('nonce', 'x'.repeat(43)) }],
    ['another issuer in the answer', { arrive: (url) => url.searchParams.set('iss', 'http://127.0.0.1:9') }],
    ['a code nobody gave', { arrive: (url) => url.searchParams.set('code', 'x'.repeat(43)) }],
    [
      'a code for another verifier',
      { leave: (url) => url.searchParams.set('code_challenge', 'x'.repeat(43)) },
    ],
    ['another audience', (claims) => signed({ ...claims, aud: 'somebody-else' }, key)],
    ['another issuer', (claims) => signed({ ...claims, iss: 'http://127.0.0.1:9' }, key)],
    ['an expired token', (claims) => signed({ ...claims, exp: Number(claims['iat']) - 60 }, key)],
    ['an old sign-in', (claims) => signed({ ...claims, auth_time: Number(claims['iat']) - 3_600 }, key)],
    ['a token of another nonce', (claims) => signed({ ...claims, nonce: 'y'.repeat(43) }, key)],
    [
      'a forged signature',
      (claims) => signed(claims, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    ],
    ['no signature', (claims) => `${encode({ alg: 'none' })}.${encode(claims)}.`],
  ];
  test.each(refusals)('%s', async (_name, how) => {
    if (typeof how === 'function') tamper = how;
    const answer = await signOnAs('officer', typeof how === 'function' ? {} : how);
    expect(answer.status, answer.body).toBe(400);
    expect(answer.body).toContain('This sign-on was not completed');
    expect(answer.token).toBeUndefined();
  });

  test('a token that was signed anew without a change is taken: the refusals above are for what changed', async () => {
    tamper = (claims) => signed(claims, key);
    expect((await signOnAs('officer')).status).toBe(303);
  });

  test('coming back twice, from another browser, or after ten minutes', async () => {
    const { back, go } = await signOnAs('officer');
    expect((await go(back.href)).status).toBe(400);
    const away = browser();
    await away.go(`${origin}/sign-on`);
    expect((await browser().go(`${origin}/sign-on/return?${back.searchParams}`)).status).toBe(400);
    await world.db.migrator.pool.query(`update identity.sign_on_step set expires_at = '2026-01-01'`);
    expect((await away.go(`${origin}/sign-on/return?${back.searchParams}`)).status).toBe(400);
  });

  test('somebody who cancelled there', async () => {
    const { go } = browser();
    const state = new URL((await go(`${origin}/sign-on`)).to ?? '').searchParams.get('state');
    const answer = await go(
      `${origin}/sign-on/return?error=access_denied&state=${state}&iss=${client.issuer}`,
    );
    expect(answer.status).toBe(400);
    expect(answer.body).toContain('was not completed');
  });

  test('anybody, while the sign-on does not answer: a sentence in the reader’s language', async () => {
    isDown = true;
    const answer = await buildApp({
      ...world.platform,
      config: { ...world.platform.config, signOn: { ...client } },
    });
    const page = (language: string) =>
      answer.inject({
        method: 'GET',
        url: '/sign-on',
        headers: { accept: 'text/html', 'accept-language': language },
      });
    expect((await page('zh')).body).toContain('统一身份认证暂时没有响应');
    expect((await page('en')).body).toContain('does not answer');
    await answer.close();
  });

  test('where none is set up, the button leads to a page that says so', async () => {
    const plain = await buildApp(world.platform);
    expect((await plain.inject({ method: 'GET', url: '/sign-on' })).json()).toMatchObject({
      type: '/problems/sign-on-not-set-up',
    });
    await plain.close();
  });
});

describe('leaving', () => {
  test('our session ends, the provider’s too, and the way leads back', async () => {
    const { token, go } = await signOnAs('firm');
    const headers = { 'sec-fetch-site': 'same-origin' };
    await app.inject({
      method: 'DELETE',
      url: '/api/v1/session',
      cookies: { gx_session: token ?? '' },
      headers,
    });
    expect((await ask('/api/v1/me', token)).statusCode).toBe(401);
    const away = (await go(`${origin}/sign-on/leave`)).to ?? '';
    expect(away.startsWith(client.issuer)).toBe(true);
    const asked = await go(away);
    expect(asked.body).toContain('退出演示统一认证');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
    const left = await go(`${client.issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
    expect(left.to).toMatch(new RegExp(`^${origin}/console`));
  });
});
