/** A new token after the factor was shown again: what the one before it still opens, for how long, and what it never does. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../platform/crypto.ts';
import { sql } from '../../platform/db/index.ts';
import { renewSession } from './renew-session.ts';
import { identityWorld, openAccount, password, sessionOf, tokenOf, totpSecret } from './testing.ts';
import { totpCode } from './totp.ts';

let world: Awaited<ReturnType<typeof identityWorld>>;
beforeAll(async () => {
  world = await identityWorld();
});
afterAll(() => world.close());

const second = 1 / 60;

function ask(token: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  const headers = { cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin' };
  return world.server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
}

const stepUp = (token: string, code: string) => ask(token, 'POST', '/api/v1/session/step-up', { code });
const isFresh = async (token: string) =>
  (await ask(token, 'POST', '/api/v1/passkeys/challenge')).json().type !== '/problems/step-up-required';

/** Somebody whose factor is old, and who then showed it again. */
async function renewed(name: string): Promise<{ former: string; token: string }> {
  await openAccount(world.platform, name);
  const former = tokenOf(await world.signIn(name, password));
  world.forward(6);
  expect(await isFresh(former)).toBe(false);
  const answer = await stepUp(former, world.freshCode(name));
  expect(answer.statusCode, answer.body).toBe(204);
  return { former, token: tokenOf(answer) };
}

const statusOf = async (token: string) => (await world.whoIs(token)).statusCode;

describe('after the factor was shown again', () => {
  test('the session has another token under the same number, and both open it', async () => {
    await openAccount(world.platform, 'keeps.number');
    const former = tokenOf(await world.signIn('keeps.number', password));
    const [before] = (await ask(former, 'GET', '/api/v1/sessions')).json().items;
    const answer = await stepUp(former, world.freshCode('keeps.number'));
    const token = tokenOf(answer);
    expect(token).not.toBe(former);
    expect(answer.cookies).toEqual([
      expect.objectContaining({ name: 'gx_session', httpOnly: true, sameSite: 'Strict', path: '/' }),
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
    for (const each of [former, token]) {
      const { items } = (await ask(each, 'GET', '/api/v1/sessions')).json();
      expect(items).toEqual([expect.objectContaining({ sessionId: before.sessionId, isCurrent: true })]);
    }
  });

  test('the former token opens nothing from thirty seconds on; the new one goes on', async () => {
    const { former, token } = await renewed('thirty');
    world.forward(29 * second);
    expect([await statusOf(former), await statusOf(token)]).toEqual([200, 200]);
    world.forward(second);
    expect([await statusOf(former), await statusOf(token)]).toEqual([401, 200]);
  });

  test('the former token is stale at once and cannot be freshened, even with a right code', async () => {
    const { former, token } = await renewed('stolen');
    expect([await isFresh(former), await isFresh(token)]).toEqual([false, true]);
    // The clock may not go on here: the next half-minute's code is taken a little early.
    const soon = new Date(world.platform.clock.now().getTime() + 30_000);
    const answer = await stepUp(former, totpCode(totpSecret, soon));
    expect([answer.statusCode, answer.cookies]).toEqual([204, []]);
    expect(await isFresh(former)).toBe(false);
    world.forward(30 * second);
    expect([await statusOf(former), await statusOf(token)]).toEqual([401, 200]);
  });

  test('using the former token keeps nothing awake', async () => {
    const { former } = await renewed('awake');
    const seenAt = () =>
      world.platform.db.app.one(
        sql`select max(seen_at) as at from identity.session where former_hash = decode(${sha256(former)}, 'hex')`,
      );
    await world.platform.db.app.query(
      sql`update identity.session set seen_at = seen_at - interval '20 minutes'
          where former_hash = decode(${sha256(former)}, 'hex')`,
    );
    const before = await seenAt();
    expect(await statusOf(former)).toBe(200);
    expect(await seenAt()).toEqual(before);
  });

  test('a wrong code changes neither token nor cookie', async () => {
    await openAccount(world.platform, 'mistyped');
    const token = tokenOf(await world.signIn('mistyped', password));
    const answer = await stepUp(token, '000000');
    expect([answer.json().type, answer.cookies]).toEqual(['/problems/code-refused', []]);
    expect(await statusOf(token)).toBe(200);
  });
});

test('of several at once one gives the new token, and the others change nothing', async () => {
  await openAccount(world.platform, 'parallel');
  const former = tokenOf(await world.signIn('parallel', password));
  const made = await Promise.all(
    Array.from({ length: 6 }, () => renewSession(world.platform, sha256(former))),
  );
  const tokens = made.filter((token) => token !== undefined);
  expect(tokens).toHaveLength(1);
  expect([await statusOf(former), await statusOf(tokens[0] ?? '')]).toEqual([200, 200]);
});

describe('ending', () => {
  test.each(['former', 'token'] as const)('signing out with the %s one ends both', async (which) => {
    const pair = await renewed(`out.${which}`);
    expect((await ask(pair[which], 'DELETE', '/api/v1/session')).statusCode).toBe(204);
    expect([await statusOf(pair.former), await statusOf(pair.token)]).toEqual([401, 401]);
  });

  test.each(['former', 'token'] as const)('all others, by the %s one, leaves its own', async (which) => {
    const pair = await renewed(`others.${which}`);
    const elsewhere = await sessionOf(world.platform, `others.${which}`);
    const answer = await ask(pair[which], 'DELETE', '/api/v1/sessions');
    expect(answer.json()).toEqual({ ended: 1 });
    expect([await statusOf(pair.token), await statusOf(elsewhere)]).toEqual([200, 401]);
  });
});
