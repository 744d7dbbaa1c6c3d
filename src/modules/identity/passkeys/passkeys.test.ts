/** Passkeys: added after a fresh factor, good for signing in and for proving oneself again, and every way in which one may be wrong. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../../platform/db/index.ts';
import { identityWorld, openAccount, password, tokenOf } from '../testing.ts';
import { softAuthenticator, type Wrong } from './testing.ts';

const origin = 'http://localhost';
const place = { origin, rpId: 'localhost' };
type Device = ReturnType<typeof softAuthenticator>;

let world: Awaited<ReturnType<typeof identityWorld>>;
let owner: string;
let device: Device;
beforeAll(async () => {
  world = await identityWorld();
  await openAccount(world.platform, 'owner');
  owner = tokenOf(await world.signIn('owner', password));
  device = softAuthenticator(place);
  expect((await add(owner, device)).statusCode).toBe(201);
});
afterAll(() => world.close());

let caller = 0;
function send(token: string | undefined, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
  caller += 1;
  return world.server.inject({
    method,
    url,
    remoteAddress: `192.0.2.${caller % 250}`,
    headers: { host: 'localhost', 'sec-fetch-site': 'same-origin' },
    ...(token === undefined ? {} : { cookies: { gx_session: token } }),
    ...(payload ? { payload } : {}),
  });
}

async function optionsFor(token: string | undefined, url: string) {
  const answer = await send(token, 'POST', url);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json().options;
}

async function add(token: string, made: Device, wrong: Wrong = {}, name = '办公电脑') {
  const options = await optionsFor(token, '/api/v1/passkeys/challenge');
  return send(token, 'POST', '/api/v1/passkeys', { name, credential: made.make(options, wrong) });
}

async function signInBy(shown: Device, wrong: Wrong = {}) {
  const options = await optionsFor(undefined, '/api/v1/session/passkey/challenge');
  return send(undefined, 'POST', '/api/v1/session/passkey', { credential: shown.show(options, wrong) });
}

describe('a passkey', () => {
  test('is asked for with its owner verified, found without a name, and not twice on one device', async () => {
    const options = await optionsFor(owner, '/api/v1/passkeys/challenge');
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: device.id }],
    });
    // The user handle is a number and tells nobody's name (WebAuthn § 14.6.1).
    expect(Buffer.from(options.user.id, 'base64url').toString()).toMatch(/^\d+$/);
    expect(await optionsFor(undefined, '/api/v1/session/passkey/challenge')).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [],
    });
  });

  test('signs in alone, without a code, and counts as a fresh factor', async () => {
    const answer = await signInBy(device);
    expect(answer.statusCode, answer.body).toBe(201);
    const token = tokenOf(answer);
    const { items } = (await send(token, 'GET', '/api/v1/sessions')).json();
    expect(items.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toMatchObject({
      method: 'passkey',
    });
    await optionsFor(token, '/api/v1/passkeys/challenge');
  });

  test('makes the factor fresh again', async () => {
    const token = tokenOf(await signInBy(device));
    world.forward(6);
    const stale = await send(token, 'POST', '/api/v1/passkeys/challenge');
    expect(stale.json().type).toBe('/problems/step-up-required');
    const options = await optionsFor(token, '/api/v1/session/step-up/challenge');
    expect(options.allowCredentials).toEqual([{ id: device.id, type: 'public-key' }]);
    const credential = device.show(options);
    const shown = await send(token, 'POST', '/api/v1/session/step-up/passkey', { credential });
    expect(shown.statusCode).toBe(204);
    await optionsFor(tokenOf(shown), '/api/v1/passkeys/challenge');
    // The token of before gets nothing by it, and nothing by showing the passkey once more.
    const former = await optionsFor(token, '/api/v1/session/step-up/challenge');
    const again = await send(token, 'POST', '/api/v1/session/step-up/passkey', {
      credential: device.show(former),
    });
    expect([again.statusCode, again.cookies]).toEqual([204, []]);
    const asked = await send(token, 'POST', '/api/v1/passkeys/challenge');
    expect(asked.json().type).toBe('/problems/step-up-required');
  });

  test('is one of several, each with a name, listed for its owner alone, and removed', async () => {
    await openAccount(world.platform, 'several');
    const token = tokenOf(await world.signIn('several', password));
    const [phone, key] = [softAuthenticator(place), softAuthenticator(place)];
    await add(token, phone, {}, ' 手机 ');
    await add(token, key, {}, '安全密钥');
    const list = async (whose: string) => (await send(whose, 'GET', '/api/v1/passkeys')).json();
    const { items, isAvailable } = await list(token);
    expect(isAvailable).toBe(true);
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['手机', '安全密钥']);
    const fresh = tokenOf(await signInBy(device));
    const foreign = await send(fresh, 'DELETE', `/api/v1/passkeys/${items[0].passkeyId}`);
    expect(foreign.json().type).toBe('/problems/passkey-not-found');
    expect((await send(token, 'DELETE', `/api/v1/passkeys/${items[0].passkeyId}`)).statusCode).toBe(204);
    expect((await list(token)).items).toHaveLength(1);
    expect((await signInBy(phone)).json().type).toBe('/problems/passkey-refused');
    expect((await signInBy(key)).statusCode).toBe(201);
  });

  test('is the eleventh nowhere', async () => {
    await openAccount(world.platform, 'collector');
    const token = tokenOf(await world.signIn('collector', password));
    for (let n = 0; n < 10; n++) expect((await add(token, softAuthenticator(place))).statusCode).toBe(201);
    const full = await send(token, 'POST', '/api/v1/passkeys/challenge');
    expect(full.json().type).toBe('/problems/passkeys-full');
  });

  test('is kept as a public key and a counter; challenges as hashes that go when their time is over', async () => {
    const options = await optionsFor(undefined, '/api/v1/session/passkey/challenge');
    const { text } = await world.platform.db.app.one<{ text: string }>(
      sql`select string_agg(c::text, '') as text from identity.passkey_challenge c`,
    );
    expect(text).not.toContain(Buffer.from(options.challenge, 'base64url').toString('hex'));
    world.forward(6);
    await optionsFor(undefined, '/api/v1/session/passkey/challenge');
    const { left } = await world.platform.db.app.one<{ left: string }>(
      sql`select count(*) as left from identity.passkey_challenge`,
    );
    expect(left).toBe('1');
  });
});

const wrongs: [string, Wrong][] = [
  ['another origin', { origin: 'http://localhost.evil.example' }],
  ['another port', { origin: 'http://localhost:8081' }],
  ['another domain', { rpId: 'evil.example' }],
  ['a challenge nobody gave', { challenge: 'x'.repeat(43) }],
  ['nobody who unlocked the device', { unverified: true }],
  ['a page in a foreign frame', { crossOrigin: true }],
];

describe('refused', () => {
  const refusal = { type: '/problems/passkey-refused', status: 401 };
  test.each([
    ...wrongs,
    ['the other ceremony', { type: 'webauthn.create' }],
    ['a forged signature', { forged: true }],
    ['the user handle of somebody else', { userHandle: Buffer.from('4711').toString('base64url') }],
  ] as [string, Wrong][])('signing in with %s', async (_name, wrong) => {
    const answer = await signInBy(device, wrong);
    expect(answer.json()).toMatchObject(refusal);
    expect(answer.cookies).toEqual([]);
    // The same device without the fault is taken: it was the fault that was refused.
    expect((await signInBy(device)).statusCode).toBe(201);
  });

  test.each([...wrongs, ['the other ceremony', { type: 'webauthn.get' }]] as [string, Wrong][])(
    'adding one with %s',
    async (_name, wrong) => {
      const token = tokenOf(await signInBy(device));
      expect((await add(token, softAuthenticator(place), wrong)).json()).toMatchObject(refusal);
    },
  );

  test('a challenge a second time, after five minutes, for another act or another account', async () => {
    const url = '/api/v1/session/passkey';
    const options = await optionsFor(undefined, `${url}/challenge`);
    expect((await send(undefined, 'POST', url, { credential: device.show(options) })).statusCode).toBe(201);
    expect((await send(undefined, 'POST', url, { credential: device.show(options) })).json()).toMatchObject(
      refusal,
    );
    const late = await optionsFor(undefined, `${url}/challenge`);
    world.forward(5);
    expect((await send(undefined, 'POST', url, { credential: device.show(late) })).json()).toMatchObject(
      refusal,
    );

    const token = tokenOf(await signInBy(device));
    const forStepUp = await optionsFor(token, '/api/v1/session/step-up/challenge');
    expect((await send(undefined, 'POST', url, { credential: device.show(forStepUp) })).json()).toMatchObject(
      refusal,
    );
    await openAccount(world.platform, 'neighbour');
    const neighbour = tokenOf(await world.signIn('neighbour', password));
    const own = await optionsFor(neighbour, '/api/v1/session/step-up/challenge');
    const foreign = await send(neighbour, 'POST', '/api/v1/session/step-up/passkey', {
      credential: device.show(own),
    });
    expect(foreign.json()).toMatchObject(refusal);
  });

  test('a challenge used from two sides at once opens one session', async () => {
    const url = '/api/v1/session/passkey';
    const options = await optionsFor(undefined, `${url}/challenge`);
    const shown = [device.show(options), device.show(options)];
    const answers = await Promise.all(
      shown.map((credential) => send(undefined, 'POST', url, { credential })),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 401]);
  });

  test('a credential that nobody added, and one of an account that is closed', async () => {
    const unknown = { userHandle: Buffer.from('4711').toString('base64url') };
    expect((await signInBy(softAuthenticator(place), unknown)).json()).toMatchObject(refusal);
    await openAccount(world.platform, 'closing');
    const gone = softAuthenticator(place);
    await add(tokenOf(await world.signIn('closing', password)), gone);
    expect((await signInBy(gone)).statusCode).toBe(201);
    await world.platform.db.app.query(
      sql`update identity.account set closed_at = now() where login_name = 'closing'`,
    );
    expect((await signInBy(gone)).json()).toMatchObject(refusal);
  });

  test('a counter that stands still or goes back: somebody has a copy', async () => {
    await openAccount(world.platform, 'copied');
    const copied = softAuthenticator(place);
    await add(tokenOf(await world.signIn('copied', password)), copied);
    expect((await signInBy(copied, { counter: 40 })).statusCode).toBe(201);
    for (const counter of [40, 39, 1, 0])
      expect((await signInBy(copied, { counter })).json(), String(counter)).toMatchObject(refusal);
    expect((await signInBy(copied, { counter: 41 })).statusCode).toBe(201);
  });

  test('one device under two accounts', async () => {
    await openAccount(world.platform, 'second.owner');
    const second = tokenOf(await world.signIn('second.owner', password));
    expect((await add(second, device)).json()).toMatchObject(refusal);
  });

  test('under a bare address, and without TLS from elsewhere', async () => {
    for (const host of ['127.0.0.1:8080', '[::1]:8080', 'credit.example']) {
      const answer = await world.server.inject({
        method: 'POST',
        url: '/api/v1/session/passkey/challenge',
        headers: { host },
      });
      expect(answer.json().type, host).toBe('/problems/passkeys-not-here');
    }
  });

  test('one address that asks thirty times and never succeeds', async () => {
    const ask = () =>
      world.server.inject({
        method: 'POST',
        url: '/api/v1/session/passkey/challenge',
        headers: { host: 'localhost' },
        remoteAddress: '203.0.113.9',
      });
    for (let n = 0; n < 30; n++) expect((await ask()).statusCode).toBe(201);
    expect((await ask()).statusCode).toBe(429);
  });
});
