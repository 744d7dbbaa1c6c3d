/** Changing one's own password, ending sessions elsewhere, and the log's lines about both. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Config } from '../../platform/config.ts';
import { createLog } from '../../platform/log.ts';
import { passwordProblem } from './check-password.ts';
import { createAccount } from './create-account.ts';
import { signIn } from './sign-in.ts';
import { identityWorld, market, openAccount, password, sessionOf, tokenOf, totpSecret } from './testing.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'passwords-'));
let world: Awaited<ReturnType<typeof identityWorld>>;
beforeAll(async () => {
  world = await identityWorld();
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true });
});

const next = 'seven grey herons in March';

function send(token: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  const headers = { cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin' };
  return world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}

const change = (token: string, oldPassword: string, newPassword: string) =>
  send(token, 'POST', '/api/v1/session/password', { oldPassword, newPassword });

describe('one’s own password', () => {
  test('is changed with the old one: it opens from then on, the old one does not, and sessions elsewhere end', async () => {
    await openAccount(world.platform, 'changing');
    const here = tokenOf(await world.signIn('changing', password));
    const elsewhere = tokenOf(await world.signIn('changing', password));
    expect((await change(here, password, next)).statusCode).toBe(204);
    expect((await world.whoIs(here)).statusCode).toBe(200);
    expect((await world.whoIs(elsewhere)).statusCode).toBe(401);
    expect((await world.signIn('changing', password)).statusCode).toBe(401);
    const first = await world.server.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { name: 'changing', password: next },
    });
    expect(first.statusCode).toBe(202);
  });

  test('wants the second factor fresh', async () => {
    await openAccount(world.platform, 'late.changing');
    const token = tokenOf(await world.signIn('late.changing', password));
    world.forward(6);
    expect((await change(token, password, next)).json().type).toBe('/problems/step-up-required');
  });

  test('stays when the old one is wrong, which counts towards the lock', async () => {
    await openAccount(world.platform, 'guessing');
    const token = tokenOf(await world.signIn('guessing', password));
    const types: string[] = [];
    for (let n = 0; n < 11; n++) types.push((await change(token, `wrong wrong ${n}`, next)).json().type);
    expect(types.slice(0, 9)).toEqual(Array(9).fill('/problems/old-password-wrong'));
    expect(types.slice(9)).toEqual(Array(2).fill('/problems/sign-in-locked'));
  });

  test.each([
    ['too short', 'short'],
    ['the sign-in name', 'xx refusing.one xx'],
    ['a word of the platform', 'my Gongxin secret 7'],
    ['the code of the unit', 'monday scjg tuesday'],
    ['a word of the unit’s name', 'qinghe in the spring'],
    ['the unit’s own name', `${market.name.zh}2026`],
    ['a common one', 'password1234'],
  ])('is refused for %s', async (name, refused) => {
    const loginName = 'refusing.one';
    if (name === 'too short') await openAccount(world.platform, loginName);
    const token = await sessionOf(world.platform, loginName);
    const answer = await change(token, password, refused);
    expect([answer.statusCode, answer.json().type]).toEqual([422, '/problems/password-refused']);
    expect(answer.json().detail).toMatch(/\p{Script=Han}/u);
    expect((await change(token, password, password)).statusCode).toBe(204);
  });

  test('is refused for a word of the city’s own list, and for being lost elsewhere', async () => {
    const words = path.join(folder, 'words');
    writeFileSync(words, '青禾谷\r\n\r\n Heron Valley \n');
    const lost = path.join(folder, 'lost');
    writeFileSync(lost, `${createHash('sha1').update(next).digest('hex').toUpperCase()}:37\r\n`);
    const config = { ...world.platform.config, passwordWords: words, breachedPasswords: lost };
    const judge = async (secret: string, place: Config = config) =>
      (await passwordProblem({ config: place }, secret, { loginName: 'someone', unit: market }))?.detail?.en;
    expect(await judge('all of heron valley 4')).toContain('easily guessed');
    expect(await judge('从青禾谷到南山一百二十里')).toContain('easily guessed');
    expect(await judge(next)).toContain('lost elsewhere');
    expect(await judge(next, world.platform.config)).toBeUndefined();
    expect(await judge(password)).toBeUndefined();
  });
});

describe('sessions', () => {
  test('all others end at a button', async () => {
    await openAccount(world.platform, 'everywhere');
    const tokens: string[] = [];
    for (let n = 0; n < 4; n++) tokens.push(tokenOf(await world.signIn('everywhere', password)));
    const [here = '', ...others] = tokens;
    expect((await send(here, 'DELETE', '/api/v1/sessions')).json()).toEqual({ ended: 3 });
    for (const other of others) expect((await world.whoIs(other)).statusCode).toBe(401);
    expect((await world.whoIs(here)).statusCode).toBe(200);
    expect((await send(here, 'DELETE', '/api/v1/sessions')).json()).toEqual({ ended: 0 });
  });

  test('are as many as the setting says; the oldest ends for the next', async () => {
    await openAccount(world.platform, 'crowded');
    const tokens: string[] = [];
    for (let n = 0; n < 12; n++) {
      world.forward(1);
      tokens.push(await sessionOf(world.platform, 'crowded'));
    }
    const states = await Promise.all(tokens.map(async (token) => (await world.whoIs(token)).statusCode));
    expect(states).toEqual([401, 401, ...Array(10).fill(200)]);
  });

  test('of an account are ended by the administrator of its unit, and by no other', async () => {
    const account = { name: '管', password, totpSecret, roles: ['administrator'] } as const;
    await createAccount(world.platform, { ...account, unit: market.code, loginName: 'own.admin' });
    const accountId = await openAccount(world.platform, 'robbed');
    const robbed = await sessionOf(world.platform, 'robbed');
    const administrator = await sessionOf(world.platform, 'own.admin');
    const url = `/api/v1/accounts/${accountId}/sessions`;
    expect((await send(robbed, 'DELETE', url)).statusCode).toBe(403);
    expect((await world.whoIs(robbed)).statusCode).toBe(200);
    expect((await send(administrator, 'DELETE', url)).json()).toEqual({ ended: 1 });
    expect((await world.whoIs(robbed)).statusCode).toBe(401);
    world.forward(6);
    expect((await send(administrator, 'DELETE', url)).json().type).toBe('/problems/step-up-required');
  });
});

describe('the log', () => {
  test('has a line for every try, with its kind and outcome, and nothing that was typed', async () => {
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const platform = { ...world.platform, log: createLog('info', destination) };
    const accountId = await openAccount(world.platform, 'watched');
    const attempt = (secret: string, code?: string) =>
      signIn(platform, {
        name: 'watched',
        password: secret,
        address: '203.0.113.77',
        device: 'Spy/1.0',
        ...(code === undefined ? {} : { code }),
      }).catch(() => undefined);
    await attempt('wrong wrong wrong');
    await attempt(password);
    await attempt(password, '000000');
    await attempt(password, world.freshCode('watched'));
    const told = lines
      .map((line) => JSON.parse(line))
      .map(({ level: _l, time: _t, msg: _m, ...rest }) => rest);
    expect(told).toEqual([
      { event: 'identity.sign-in', method: 'password', accountId, outcome: 'refused', why: 'sign-in-failed' },
      { event: 'identity.first-step', method: 'password', accountId, outcome: 'done' },
      { event: 'identity.sign-in', method: 'code', accountId, outcome: 'refused', why: 'code-refused' },
      { event: 'identity.sign-in', method: 'code', accountId, outcome: 'done' },
    ]);
    expect(lines.join()).not.toMatch(/watched|wrong wrong|plum7|203\.0\.113|Spy|王数据/);
  });
});
