/** Portal and console on host names of their own: addresses by host and method, and coming in and reading one's own file there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firm, lookedAtCity } from '../modules/disclosure/testing/looked-at-city.ts';
import { createAccount, openSubjectSession } from '../modules/identity/index.ts';
import { totpSecret } from '../modules/identity/testing.ts';
import { totpCode } from '../modules/identity/totp.ts';
import { UNITS } from '../modules/intake/testing/city.ts';
import type { Server } from '../platform/http/index.ts';
import { sideOf } from '../platform/http/two-hosts.ts';
import { buildApp } from './server.ts';

const portal = 'credit.example';
const work = 'work.credit.example';
const password = 'plum7 bridge over snow';

const world = await lookedAtCity();
const { platform } = world;
let server: Server;
beforeAll(async () => {
  const config = { ...platform.config, origin: `https://${portal}`, consoleOrigin: `https://${work}` };
  server = await buildApp({ ...platform, config });
  const unit = UNITS.market.code;
  await createAccount(platform, {
    unit,
    roles: ['data-officer'],
    loginName: 'wang',
    name: '王',
    password,
    totpSecret,
  });
}, 60_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

type Method = 'GET' | 'HEAD' | 'POST' | 'DELETE';
const page = { accept: 'text/html,application/xhtml+xml' };
const visit = { 'sec-fetch-mode': 'navigate', ...page };

function ask(host: string, method: Method, url: string, headers: Record<string, string> = {}) {
  return server.inject({ method, url, headers: { host, ...headers } });
}

/** `to:…` the origin a visitor is sent to, `421` for what belongs to the other host, `here` for whatever is answered. */
async function fateOf(host: string, method: Method, url: string, headers: Record<string, string> = {}) {
  const answer = await ask(host, method, url, headers);
  if (answer.statusCode === 421) return '421';
  const to = String(answer.headers.location ?? '');
  return answer.statusCode === 307 && to.endsWith(url) ? `to:${to.slice(0, -url.length)}` : 'here';
}

const [toConsole, toPortal] = [`to:https://${work}`, `to:https://${portal}`];

describe('who goes where', () => {
  test.each<[Method, string, string, string]>([
    ['GET', '/', 'here', toPortal],
    ['HEAD', '/', 'here', toPortal],
    ['GET', '/en/search?q=%E6%B8%85', 'here', toPortal],
    ['GET', '/api/docs', 'here', toPortal],
    ['GET', '/log', 'here', toPortal],
    ['GET', '/sitemap.xml', 'here', toPortal],
    ['GET', '/nowhere', 'here', toPortal],
    ['POST', '/search', 'here', '421'],
    ['GET', '/console', toConsole, 'here'],
    ['HEAD', '/console', toConsole, 'here'],
    ['GET', '/console/me?a=b', toConsole, 'here'],
    ['GET', '/console/assets/x.js', toConsole, 'here'],
    ['POST', '/console', '421', 'here'],
    ['GET', '/consoles', 'here', toPortal],
    ['GET', '/sign-on', toConsole, 'here'],
    ['GET', '/sign-on/return?code=x&state=y', toConsole, 'here'],
    ['POST', '/oauth/token', '421', 'here'],
    ['POST', '/api/v1/session', '421', 'here'],
    ['DELETE', '/api/v1/session', '421', 'here'],
    ['POST', '/api/v1/file-codes', '421', 'here'],
    ['GET', '/api/v1/me/file.pdf', toConsole, 'here'],
    ['GET', '/api/v1/nowhere', toConsole, 'here'],
    ['POST', '/api/v1/submissions', '421', 'here'],
    ['GET', '/api/v1/public/catalogue', 'here', 'here'],
    ['GET', '/api/v1/units', 'here', 'here'],
    ['GET', '/api/openapi.json', 'here', 'here'],
    ['GET', '/favicon.svg', 'here', 'here'],
    ['GET', '/robots.txt', 'here', 'here'],
    ['GET', '/problems/misdirected', 'here', 'here'],
    ['GET', '/en/problems/misdirected', 'here', 'here'],
    ['GET', '/.well-known/security.txt', 'here', 'here'],
    ['GET', '/health/live', 'here', 'here'],
  ])('%s %s', async (method, url, atPortal, atConsole) => {
    expect(await fateOf(portal, method, url, visit)).toBe(atPortal);
    expect(await fateOf(work, method, url, visit)).toBe(atConsole);
    // By its address, as a load balancer asks: as with one host.
    expect(await fateOf('192.0.2.7:8080', method, url, visit)).toBe('here');
  });

  test.each([
    ['a program', { accept: 'application/json' }, '421'],
    ['a program that says nothing', {}, '421'],
    ['a script of a page', { 'sec-fetch-mode': 'cors', ...page }, '421'],
    ['an older browser', page, toConsole],
  ])('%s at the console’s address under the portal’s host', async (_who, headers, fate) => {
    expect(await fateOf(portal, 'GET', '/api/v1/session', headers)).toBe(fate);
  });

  test.each([
    ['CREDIT.example', 'GET', '/console', toConsole],
    ['credit.example:443', 'GET', '/console', toConsole],
    ['credit.example:8443', 'GET', '/console', 'here'],
    ['WORK.credit.example:443', 'GET', '/law', toPortal],
    ['xcredit.example', 'GET', '/console', 'here'],
  ] as const)('the host %s', async (host, method, url, fate) => {
    expect(await fateOf(host, method, url, visit)).toBe(fate);
  });

  test.each(['//evil.example/console', 'https://evil.example/console', '/console/../console//evil.example'])(
    'nobody is sent to a third host by %s',
    async (url) => {
      for (const host of [portal, work]) {
        const { location } = (await ask(host, 'GET', url, visit)).headers;
        const origins = [`https://${portal}`, `https://${work}`];
        if (location !== undefined) expect(origins).toContain(new URL(location, origins[0]).origin);
      }
    },
  );

  test('what is refused says where to ask, in both languages', async () => {
    const zh = await ask(portal, 'POST', '/api/v1/session');
    expect(zh.json()).toMatchObject({ type: '/problems/misdirected', detail: `请改用 https://${work}。` });
    const en = await ask(portal, 'POST', '/api/v1/session', { 'accept-language': 'en' });
    expect(en.json().detail).toBe(`Ask https://${work} instead.`);
    for (const { headers } of [zh, await ask(portal, 'GET', '/console', visit)])
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  test('every guarded route is the console’s alone', async () => {
    const guarded = server.doors.filter(({ access }) => access !== 'public');
    expect(guarded.length).toBeGreaterThan(50);
    for (const { method, url } of guarded) {
      expect(sideOf(url, true)).toBe('console');
      const address = url.replaceAll(/:\w+(\([^)]*\))?/g, '1');
      expect(await fateOf(portal, method as Method, address), `${method} ${address}`).toBe('421');
    }
  });
});

describe('on the console’s host', () => {
  const signIn = (host: string, from: Record<string, string>) =>
    server.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { host, ...from },
      payload: { name: 'wang', password, code: totpCode(totpSecret, platform.clock.now()) },
    });

  test('somebody comes in, with a cookie for it alone, which opens nothing under the portal’s', async () => {
    expect((await signIn(work, { origin: `https://${portal}` })).json().type).toBe('/problems/cross-site');
    expect((await signIn(portal, { origin: `https://${work}` })).json().type).toBe('/problems/misdirected');
    const answer = await signIn(work, { origin: `https://${work}` });
    expect(answer.statusCode, answer.body).toBe(201);
    const [cookie] = answer.cookies;
    expect(cookie).toMatchObject({ name: '__Host-gx_session', path: '/', secure: true, sameSite: 'Strict' });
    expect(cookie).not.toHaveProperty('domain');
    const by = { cookie: `__Host-gx_session=${cookie?.value}` };
    expect((await ask(work, 'GET', '/api/v1/session', by)).json().account.name).toBe('王');
    expect((await ask(portal, 'GET', '/api/v1/session', by)).statusCode).toBe(421);
    const out = (origin: string) => ask(work, 'DELETE', '/api/v1/sessions', { ...by, origin });
    expect((await out(`https://${portal}`)).json().type).toBe('/problems/cross-site');
    expect((await out(`https://${work}`)).statusCode).toBe(200);
  });

  test('a subject reads its own file', async () => {
    const whose = { subjectId: await world.subjectOf(1), as: 'organisation', readOnly: false } as const;
    const { token } = await openSubjectSession(platform, whose);
    const by = { cookie: `__Host-gx_session=${token}` };
    const answer = await ask(work, 'GET', '/api/v1/me/file', by);
    expect(answer.json().subject.uscc).toBe(firm(1).uscc);
    expect((await ask(portal, 'GET', '/api/v1/me/file', by)).statusCode).toBe(421);
  });

  test('passkeys belong to it', async () => {
    const answer = await ask(work, 'POST', '/api/v1/session/passkey/challenge', {
      origin: `https://${work}`,
    });
    expect(answer.json().options.rpId).toBe(work);
  });
});
