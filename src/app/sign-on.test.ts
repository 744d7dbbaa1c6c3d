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

const visitor = (
  id: string,
  kind: Visitor['kind'],
  claims: Record<string, string>,
  sub = `${kind} of ${Object.values(claims).join().toLowerCase()}`,
): Visitor => ({ id, kind, label: id, claims, sub });
const visitors: Visitor[] = [
  visitor('officer', 'officer', { officer_login: 'Wang' }),
  visitor('successor', 'officer', { officer_login: 'wang' }, 'somebody else who was given the name'),
  visitor('renamed', 'officer', { officer_login: 'keyless' }, 'officer of wang'),
  visitor('keyless', 'officer', { officer_login: 'keyless' }),
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
const client = {
  issuer: '',
  clientId: 'gongxin-test',
  clientSecret: 'a secret of the test',
  // A city that calls things otherwise, and has levels of its own.
  claims: { officer_login: 'account_name', uscc: 'org_code' },
  acr: ['urn:city:level3'],
  eLicence: 'urn:city:e-licence',
};
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
  await createAccount(world.platform, { ...account, roles: ['administrator'], loginName: 'keyless' });
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

type Choice = {
  factor?: boolean;
  leave?: (url: URL) => unknown;
  arrive?: (url: URL) => void;
  /** Where it begins, and with which browser. */
  from?: string;
  by?: ReturnType<typeof browser>;
};

/** From our button through the provider to what we answer; `leave` and `arrive` bend the address on the way. */
async function signOnAs(id: string, choice: Choice = {}) {
  const { factor = true, leave, arrive, from = '/sign-on', by = browser() } = choice;
  const { jar, go } = by;
  const away = new URL((await go(`${origin}${from}`)).to ?? '');
  await leave?.(away);
  let to: string = away.href;
  for (let hop = 0; hop < 8 && !to.startsWith(`${origin}/sign-on/return`); hop++) {
    const isChoice = new URL(to).pathname.startsWith('/choose/');
    if (isChoice) expect((await go(to)).body).toMatch(/演示(统一认证|电子营业执照)/);
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
    const name = () =>
      app.inject({
        method: 'POST',
        url: '/api/v1/me/agents',
        cookies: { gx_session: organisation ?? '' },
        headers: { 'sec-fetch-site': 'same-origin' },
        payload: { label: '会计', limits: ['read'], until: '2027-01-31' },
      });
    const answer = await name();
    expect(answer.statusCode, answer.body).toBe(201);
    const agent = answer.json().agentId as string;
    visitors.push(visitor('agent', 'agent', { uscc: firm(1).uscc, agent }));
    const { token } = await signOnAs('agent');
    expect((await ask('/api/v1/me', token)).json()).toMatchObject({ agentId: agent, readOnly: true });
    // Named anew for the next year the same person has another number, and comes in under both.
    const next = (await name()).json().agentId as string;
    visitors.push(visitor('renewed', 'agent', { uscc: firm(1).uscc, agent: next }, visitors.at(-1)?.sub));
    expect((await signOnAs('renewed')).status).toBe(303);
    expect((await signOnAs('agent')).status).toBe(303);
    const bound = async () =>
      (
        await world.db.migrator.pool.query(
          `select bound_id from identity.sign_on_binding where kind = 'agent' order by 1`,
        )
      ).rows;
    expect(await bound()).toEqual([{ bound_id: agent }, { bound_id: next }]);
    // Dismissed, the old number is nobody's.
    const dismissed = await app.inject({
      method: 'DELETE',
      url: `/api/v1/me/agents/${agent}`,
      cookies: { gx_session: organisation ?? '' },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(dismissed.statusCode, dismissed.body).toBe(204);
    expect(await bound()).toEqual([{ bound_id: next }]);
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

describe('a name that is given to somebody else', () => {
  const bindings = async () =>
    (
      await world.db.migrator.pool.query(
        `select a.login_name, b.clashed_at from identity.sign_on_binding b
       join identity.account a on a.account_id = b.bound_id where b.kind = 'officer' order by 1`,
      )
    ).rows;

  test('opens nothing: it stays with whoever came first, and both are marked for the administrator', async () => {
    expect((await signOnAs('officer')).status).toBe(303);
    const answer = await signOnAs('successor');
    expect([answer.status, answer.token]).toEqual([403, undefined]);
    expect(answer.body).toContain('speaks of somebody else than before');
    expect(await bindings()).toContainEqual({ login_name: 'wang', clashed_at: world.platform.clock.now() });
    // Whom the name belongs to comes in as before.
    expect((await signOnAs('officer')).status).toBe(303);
    const administrator = (await signOnAs('keyless')).token;
    const { items } = (await ask('/api/v1/accounts', administrator)).json();
    const marked = items.filter((one: { signOnClashedAt: string | null }) => one.signOnClashedAt !== null);
    expect(marked.map((one: { loginName: string }) => one.loginName)).toEqual(['wang']);
  });

  test('nor does one person come under a second name', async () => {
    expect((await signOnAs('renamed')).status).toBe(403);
  });

  test('what is kept of the pair tells nobody who it is', async () => {
    const { rows } = await world.db.migrator.pool.query('select * from identity.sign_on_binding');
    expect(JSON.stringify(rows)).not.toContain('officer of wang');
  });
});

describe('how strongly', () => {
  /** The provider's word about how somebody signed in there. */
  const saying = (said: Claims) => (claims: Claims) => signed({ ...claims, acr: undefined, ...said }, key);

  test.each<[string, Claims, boolean]>([
    ['a level that the settings name', { acr: 'urn:city:level3', amr: undefined }, true],
    ['a level that they do not name', { acr: 'urn:city:level1', amr: undefined }, false],
    ['a level that is no text', { acr: ['urn:city:level3'], amr: undefined }, false],
    ['two methods of two kinds', { amr: ['pwd', 'otp'] }, true],
    ['two of one kind', { amr: ['pwd', 'pin'] }, false],
    ['a code by SMS, whose number can be taken over', { amr: ['pwd', 'sms'] }, false],
    ['nothing said', { amr: undefined }, false],
  ])('%s', async (_name, said, isEnough) => {
    tamper = saying(said);
    const { to } = await signOnAs('officer');
    expect(to).toMatch(isEnough ? /\/console$/ : /\/console#sign-on=/);
  });

  test('the levels are asked for', async () => {
    const { go } = browser();
    const asked = async (from: string) =>
      new URL((await go(`${origin}${from}`)).to ?? '').searchParams.get('acr_values');
    expect(await asked('/sign-on')).toBe('urn:city:level3');
    expect(await asked('/sign-on?with=e-licence')).toBe('urn:city:e-licence');
  });
});

describe('an e-licence', () => {
  const from = '/sign-on?with=e-licence';

  test('opens the organisation’s own file, and it is kept how they came in', async () => {
    const { to, token } = await signOnAs('firm', { from });
    expect(to).toBe(`${origin}/console/me`);
    expect((await ask('/api/v1/me', token)).json()).toMatchObject({ as: 'organisation', readOnly: false });
    const { rows } = await world.db.migrator.pool.query(
      `select method from identity.subject_session order by session_id desc limit 1`,
    );
    expect(rows).toEqual([{ method: 'e-licence' }]);
  });

  test('that was asked for and not shown opens nothing', async () => {
    tamper = (claims) => signed({ ...claims, acr: 'urn:city:level3' }, key);
    expect((await signOnAs('firm', { from })).status).toBe(403);
  });

  test('is nobody’s but an organisation’s', async () => {
    tamper = (claims) => signed({ ...claims, acr: 'urn:city:e-licence' }, key);
    for (const id of ['officer', 'person']) {
      const answer = await signOnAs(id);
      expect([answer.status, answer.token], id).toEqual([403, undefined]);
    }
  });
});

describe('proving oneself again', () => {
  const from = '/sign-on?for=step-up';
  const isStale = async (token: string | undefined) =>
    (
      await app.inject({
        method: 'POST',
        url: '/api/v1/accounts',
        cookies: { gx_session: token ?? '' },
        headers: { 'sec-fetch-site': 'same-origin' },
        payload: { loginName: `n${Math.random().toString(36).slice(2)}`, name: '新' },
      })
    ).statusCode === 403;
  const age = (token: string | undefined) =>
    world.db.migrator.pool.query(
      `update identity.session set factor_at = factor_at - interval '1 hour'
       where token_hash = sha256($1::text::bytea)`,
      [token],
    );

  /** Somebody who has the sign-on and no code of ours, whose factor is old. */
  async function stale() {
    const by = browser();
    const { token } = await signOnAs('keyless', { by });
    expect(await isStale(token)).toBe(false);
    await age(token);
    expect(await isStale(token)).toBe(true);
    // Whoever comes next at this browser is nobody to the provider yet.
    for (const name of by.jar.keys()) if (name.startsWith('demo_')) by.jar.delete(name);
    return { by, token };
  }

  test('by signing in there anew: the session goes on and is fresh', async () => {
    const { by, token } = await stale();
    expect((await ask('/api/v1/session/factors', token)).json()).toMatchObject({ code: false, signOn: true });
    const answer = await signOnAs('keyless', { by, from });
    expect([answer.status, answer.to]).toEqual([303, `${origin}/console/account#proved`]);
    expect(answer.token).not.toBe(token);
    expect([await isStale(answer.token), await isStale(token)]).toEqual([false, true]);
  });

  test('not for a token that was changed meanwhile', async () => {
    const { by, token } = await stale();
    const leave = () =>
      world.db.migrator.pool.query(
        `update identity.session set former_hash = token_hash, former_until = '2100-01-01',
           token_hash = sha256('another') where token_hash = sha256($1::text::bytea)`,
        [token],
      );
    const answer = await signOnAs('keyless', { by, from, leave });
    expect([answer.status, answer.token]).toEqual([403, token]);
    expect(await isStale(token)).toBe(true);
  });

  test('the provider is told to ask anew, whatever it remembers', async () => {
    const { by } = await stale();
    const asked = new URL((await by.go(`${origin}${from}`)).to ?? '').searchParams;
    expect([asked.get('max_age'), asked.get('prompt')]).toEqual(['0', 'login']);
  });

  test.each<[string, string, boolean, ((claims: Claims) => string) | undefined]>([
    ['somebody else', 'officer', true, undefined],
    ['an organisation', 'firm', true, undefined],
    ['one factor alone', 'keyless', false, undefined],
    [
      'a sign-in from before',
      'keyless',
      true,
      (claims) => signed({ ...claims, auth_time: Number(claims['auth_time']) - 120 }, key),
    ],
  ])('not by %s', async (_name, id, factor, change) => {
    const { by, token } = await stale();
    tamper = change;
    // The provider goes by the machine's clock, the platform of a test by its own.
    const leave = () => world.db.migrator.pool.query('update identity.sign_on_step set started_at = now()');
    const answer = await signOnAs(id, { by, from, factor, leave });
    expect(answer.status, answer.body).toBe(403);
    expect(answer.body).toContain('did not prove you anew');
    expect(await isStale(token)).toBe(true);
  });

  test('without a session there is nothing to prove', async () => {
    expect((await browser().go(`${origin}${from}`)).status).toBe(401);
  });
});

test('the way back leads to the console’s own host where it has one', async () => {
  const origins = { origin: 'https://credit.example', consoleOrigin: 'https://work.credit.example' };
  const config = { ...world.platform.config, signOn: client, ...origins };
  const apart = await buildApp({ ...world.platform, config });
  const answer = await apart.inject({ url: '/sign-on', headers: { host: 'work.credit.example' } });
  const back = new URL(String(answer.headers.location)).searchParams.get('redirect_uri');
  expect(back).toBe('https://work.credit.example/sign-on/return');
  expect(answer.cookies[0]).toMatchObject({ name: '__Host-gx_sign_on', secure: true });
  await apart.close();
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
