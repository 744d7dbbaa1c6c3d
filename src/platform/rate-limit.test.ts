// The limit on pages that must not be harvested: counted in the database, by network, in words, without the address.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from './db/index.ts';
import { Problem } from './problem.ts';
import { countRequest, networkOf } from './rate-limit.ts';
import { type TestWorld, testDatabase } from './testing.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world?.close());

const limit = { name: 'test-pages', requests: 30, seconds: 60 };

async function refused(address: string): Promise<Problem | undefined> {
  try {
    await countRequest(world.platform, limit, address);
    return undefined;
  } catch (error) {
    return error as Problem;
  }
}

test('thirty requests pass, the next is told when to come again; a neighbour is not concerned', async () => {
  for (let n = 0; n < 30; n++) expect(await refused('203.0.113.5')).toBeUndefined();
  const problem = await refused('203.0.113.5');
  expect(problem).toBeInstanceOf(Problem);
  expect(problem?.definition.type).toBe('too-many-requests');
  expect(Number(problem?.headers['retry-after'])).toBeGreaterThan(0);
  expect(await refused('203.0.113.6')).toBeUndefined();
});

test('another process sees what this one counted', async () => {
  for (let n = 0; n < 30; n++) await refused('203.0.113.9');
  const { points } = await world.db.app.one<{ points: number }>(
    sql`select max(points)::integer as points from platform.rate_limit`,
  );
  expect(points).toBeGreaterThanOrEqual(30);
  const rows = await world.db.app.query<{ key: string }>(sql`select key from platform.rate_limit`);
  for (const { key } of rows) expect(key).toMatch(/^test-pages:[0-9a-f]{32}$/);
});

test.each([
  ['203.0.113.5', '203.0.113.5'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::ffff:203.0.113.5', '::ffff:203.0.113.5'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
