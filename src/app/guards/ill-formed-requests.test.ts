/** Every route of the API with wrong types, impossible dates, huge numbers and odd characters: a problem in words, never a fault. */
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createAccount, createClient, type Role, roles } from '../../modules/identity/index.ts';
import { sessionOf } from '../../modules/identity/testing.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  officer,
  penalty,
  registerFirms,
  UNITS,
} from '../../modules/intake/testing/city.ts';
import { testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';

const world = await testDatabase();
await buildCity(world.platform);
await registerFirms(world.platform, [firm(1)]);
const given = await handIn(
  world.platform,
  officer('market'),
  'administrative-penalty',
  csv([penalty(firm(1), 1), penalty(firm(2), 2)]),
);
const server = await buildApp(world.platform);
afterAll(async () => {
  await server.close();
  await world.close();
});

const password = 'plum7 bridge over snow';
const sessions: Record<string, string>[] = [];
for (const role of roles as readonly Role[]) {
  for (const unit of ['market', 'centre'] as const) {
    const name = `${unit}.${role}`;
    await createAccount(world.platform, {
      unit: UNITS[unit].code,
      roles: [role],
      loginName: name,
      name: 'T',
      password,
    });
    const token = await sessionOf(world.platform, name);
    sessions.push({ cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin' });
  }
}
const client = await createClient(world.platform, UNITS.market.code, ['submit:administrative-penalty']);

// Signing out would leave the later runs without a session.
const doors = server.doors.filter(
  ({ method, url }) =>
    method !== 'DELETE' && /^\/(api|oauth|health|metrics|search|problems|rules)\b/.test(url),
);

const nasty = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1.5',
    '1e400',
    'NaN',
    'null',
    'true',
    '[]',
    '{}',
    '9223372036854775807',
    '9223372036854775808',
  ],
  ...[
    '99999999999999999999999',
    '2026-02-30',
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '10000-01-01',
    '2026-13-01',
    '2026-1-1',
  ],
  ...[
    '2026-02-30.1',
    '2026-01-01.9999999999999999999',
    '0000-00-00.0',
    'zzzzzzzzzzzzz-zzzzzzzzzzzzz',
    '1-1',
    'id-zzzzzzzzzzzzz',
  ],
  ...[
    '\u0000',
    'a\u0000b',
    '%',
    '_',
    "'",
    '"',
    '\\',
    ';--',
    '<script>',
    '𠮷',
    '\u202e',
    '\ufffe',
    '清和',
    'ÿ',
    '..',
    '/',
    '\n',
  ],
  ...[
    'x'.repeat(200),
    '清'.repeat(5000),
    given.submissionId,
    firm(1).uscc,
    'administrative-penalty',
    'administrative-licence',
    't-market',
  ],
];
const text = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 40 }));
// What is no UTF-8 at all, written by hand.
const inAddress = fc.oneof(
  text.map(encodeURIComponent_),
  fc.constantFrom('%ED%A0%80', '%FF', '%C0%AF', '%', '%zz', '%00'),
);
function encodeURIComponent_(value: string): string {
  return encodeURIComponent(value.toWellFormed());
}

const names = [
  ...[
    'item',
    'unit',
    'from',
    'until',
    'before',
    'after',
    'limit',
    'status',
    'q',
    'next',
    'kind',
    'channel',
    'fileName',
  ],
  ...['decisionNo', 'x', '__proto__', 'item[]'],
];
const query = fc
  .array(fc.tuple(fc.constantFrom(...names), inAddress), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

const members = [
  'reason',
  'decision',
  'name',
  'password',
  'year',
  'notice',
  'days',
  'grant_type',
  'client_id',
  'client_secret',
];
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom<unknown>(
    'accept',
    'return',
    2027,
    -1,
    1e308,
    null,
    true,
    [],
    {},
    [{ date: '2026-02-30', off: 'x' }],
    '\ud800',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...members), value, { maxKeys: 6 }).map((object) => JSON.stringify(object)),
  fc.jsonValue().map((json) => JSON.stringify(json)),
  fc.constantFrom(
    '',
    '{',
    '"',
    '\u0000',
    '{"reason":"\\u0000\\u0000\\u0000\\u0000"}',
    '{"__proto__":1}',
    '[[[[',
  ),
);
const type = fc.constantFrom(
  'application/json',
  'application/x-www-form-urlencoded',
  'text/csv',
  'text/plain',
  '',
  'x',
);
const caller = fc.constantFrom<Record<string, string>>({}, ...sessions, {
  authorization: `Basic ${Buffer.from(`${client.clientId}:x`).toString('base64')}`,
});

const request = fc.record({
  door: fc.constantFrom(...doors),
  parts: fc.array(inAddress, { minLength: 3, maxLength: 3 }),
  query,
  body,
  type,
  caller,
  language: fc.constantFrom('zh', 'en', '*;q=x', ''),
});

test('answers with a problem in words, never with a fault', { timeout: 120_000 }, async () => {
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(
      request,
      async ({ door, parts, query: asks, body: payload, type: sent, caller: who, language }) => {
        let part = 0;
        const path = door.url.replace(/:\w+(\(.*?\))?/g, () => parts[part++] ?? 'x');
        const answer = await server.inject({
          method: door.method as 'GET',
          url: `${path}?${asks}`,
          headers: { ...who, 'accept-language': language, ...(sent === '' ? {} : { 'content-type': sent }) },
          // Each from another network, or the limits would answer instead.
          remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked++ & 255}`,
          ...(door.method === 'GET' ? {} : { payload }),
        });
        expect(answer.statusCode, answer.body).toBeLessThan(500);
        if (answer.statusCode >= 400 && !door.url.startsWith('/oauth')) {
          expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
          expect(answer.json()).toMatchObject({ title: expect.any(String), advice: expect.any(String) });
        }
      },
    ),
    { numRuns: 1000, seed: 11 },
  );
});
