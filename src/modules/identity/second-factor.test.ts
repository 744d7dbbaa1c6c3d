/** The second factor: enrolled at the first sign-in, wanted at every other, used once, and counted when wrong. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { createAccount } from './create-account.ts';
import { identityWorld, market, openAccount, password, tokenOf, totpSecret } from './testing.ts';
import { findTotpStep, totpCode } from './totp.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());

let address = 0;
function post(url: string, payload: object) {
  address += 1;
  const remoteAddress = `203.0.${Math.floor(address / 250)}.${address % 250}`;
  return world.server.inject({ method: 'POST', url, payload, remoteAddress });
}

const begin = (name: string, secret = password) => post('/api/v1/session', { name, password: secret });
const finish = (ticket: string, code: string, more: object = {}) =>
  post('/api/v1/session/code', { ticket, code, ...more });
const codeNow = (secret = totpSecret) => totpCode(secret, world.platform.clock.now());
const wrong = () => {
  const code = codeNow();
  return code.slice(0, 5) + String((Number(code[5]) + 1) % 10);
};

function newcomer(loginName: string, passwordInitial = false): Promise<string> {
  const person = { unit: market.code, roles: ['data-officer'], loginName, name: '新', password } as const;
  return createAccount(world.platform, { ...person, passwordInitial });
}

describe('codes by time', () => {
  // RFC 6238 appendix B, SHA-1, the last six of its eight digits; the secret is the ASCII text 12345678901234567890.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at %d is %s', (seconds, code) => {
    expect(totpCode(secret, new Date(seconds * 1_000))).toBe(code);
  });

  test.each([
    [-60, false],
    [-30, true],
    [0, true],
    [30, true],
    [60, false],
  ])('one of %d seconds away is known: %s', (away, known) => {
    const at = new Date('2026-11-18T02:00:10Z');
    const code = totpCode(secret, new Date(at.getTime() + away * 1_000));
    expect(findTotpStep(secret, code, at) !== undefined).toBe(known);
  });
});

describe('an account with a second factor', () => {
  test('is asked for the code after the password, and enters with it', async () => {
    await openAccount(world.platform, 'usual');
    const first = await begin('usual');
    expect(first.statusCode).toBe(202);
    expect(first.json()).toEqual({ ticket: expect.stringMatching(/^[\w-]{43}$/), choosePassword: false });
    expect(first.cookies).toEqual([]);
    const second = await finish(first.json().ticket, codeNow());
    expect(second.statusCode).toBe(201);
    expect((await world.whoIs(tokenOf(second))).statusCode).toBe(200);
    // The ticket is gone with its session.
    world.forward(1);
    expect((await finish(first.json().ticket, codeNow())).json().type).toBe('/problems/ticket-refused');
  });

  test('does not enter with a code twice, nor with an older one', async () => {
    await openAccount(world.platform, 'replayed');
    const code = codeNow();
    expect((await finish((await begin('replayed')).json().ticket, code)).statusCode).toBe(201);
    const again = await finish((await begin('replayed')).json().ticket, code);
    expect([again.statusCode, again.json().type]).toEqual([401, '/problems/code-refused']);
    world.forward(0.5);
    const atOnce = await post('/api/v1/session', { name: 'replayed', password, code });
    expect(atOnce.json().type).toBe('/problems/code-refused');
    expect((await finish((await begin('replayed')).json().ticket, codeNow())).statusCode).toBe(201);
  });

  test('in parallel, one code opens one session', async () => {
    await openAccount(world.platform, 'twins');
    const tickets = await Promise.all([1, 2, 3, 4].map(async () => (await begin('twins')).json().ticket));
    const code = codeNow();
    const answers = await Promise.all(tickets.map((ticket) => finish(ticket, code)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 401, 401, 401]);
  });

  test('has ten minutes between password and code', async () => {
    await openAccount(world.platform, 'slow');
    const { ticket } = (await begin('slow')).json();
    world.forward(10);
    expect((await finish(ticket, codeNow())).json().type).toBe('/problems/ticket-refused');
  });

  test.each(['2 steps', 'at once'])(
    'locks after ten wrong codes, in %s, whatever passwords in between',
    async (way) => {
      const name = way === 'at once' ? 'guessed' : 'guessed-slowly';
      await openAccount(world.platform, name);
      const guess = async () =>
        way === 'at once'
          ? post('/api/v1/session', { name, password, code: wrong() })
          : finish((await begin(name)).json().ticket ?? 'none', wrong());
      const types: string[] = [];
      for (let n = 0; n < 10; n++) types.push((await guess()).json().type);
      expect(types).toEqual([...Array(9).fill('/problems/code-refused'), '/problems/sign-in-locked']);
      expect((await begin(name)).statusCode).toBe(423);
      world.forward(15);
      expect((await finish((await begin(name)).json().ticket, codeNow())).statusCode).toBe(201);
    },
  );

  test('a ticket in hand does not get round the lock', async () => {
    await openAccount(world.platform, 'held');
    const { ticket } = (await begin('held')).json();
    for (let n = 0; n < 10; n++) await finish(ticket, wrong());
    expect((await finish(ticket, codeNow())).statusCode).toBe(423);
  });
});

describe('the first sign-in', () => {
  test('enrols a secret, which the database keeps sealed, by its first code', async () => {
    const accountId = await newcomer('fresh');
    const { ticket, enrol } = (await begin('fresh')).json();
    expect(enrol.uri).toBe(
      `otpauth://totp/Gongxin:fresh?issuer=Gongxin&secret=${enrol.secret}&algorithm=SHA1&digits=6&period=30`,
    );
    expect(enrol.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect((await finish(ticket, '000000')).json().type).toBe('/problems/code-refused');
    const stored = () =>
      world.platform.db.app.one<{ sealed: Buffer | null }>(
        sql`select totp_sealed as sealed from identity.account where account_id = ${accountId}`,
      );
    expect((await stored()).sealed).toBe(null);
    expect((await finish(ticket, codeNow(enrol.secret))).statusCode).toBe(201);
    const { sealed } = await stored();
    expect(sealed?.toString('latin1')).not.toContain(enrol.secret);
    // From now on the code is asked for, and the secret is shown no more.
    expect((await begin('fresh')).json()).not.toHaveProperty('enrol');
  });

  test('never enters on the password alone, whatever code comes along', async () => {
    await newcomer('hasty');
    const answer = await post('/api/v1/session', { name: 'hasty', password, code: codeNow() });
    expect(answer.statusCode).toBe(202);
    expect(answer.cookies).toEqual([]);
  });

  test('replaces a password that somebody else chose', async () => {
    await newcomer('given', true);
    const { ticket, enrol, choosePassword } = (await begin('given')).json();
    expect(choosePassword).toBe(true);
    const code = () => codeNow(enrol.secret);
    expect((await finish(ticket, code())).json().type).toBe('/problems/password-refused');
    const short = await finish(ticket, code(), { newPassword: 'short' });
    expect(short.json()).toMatchObject({ type: '/problems/password-refused', detail: '密码过短。' });
    const newPassword = 'four lamps behind rain';
    expect((await finish(ticket, code(), { newPassword })).statusCode).toBe(201);
    expect((await begin('given')).statusCode).toBe(401);
    expect((await begin('given', newPassword)).json()).toMatchObject({ choosePassword: false });
  });
});
