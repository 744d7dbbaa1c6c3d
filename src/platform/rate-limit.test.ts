// The limit on pages that must not be harvested: counted by all processes together, by network, in words, without the address.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabases, openDatabases, sql } from './db/index.ts';
import type { Platform } from './index.ts';
import { Problem } from './problem.ts';
import { countRequest, networkOf } from './rate-limit.ts';
import { type TestWorld, testDatabase } from './testing.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world?.close());

const limit = { name: 'test-pages', requests: 30, seconds: 60 };

function refused(address: string, platform: Platform = world.platform): Problem | undefined {
  try {
    countRequest(platform, limit, address);
    return undefined;
  } catch (error) {
    return error as Problem;
  }
}

const counted = async () =>
  (await world.db.app.one<{ points: string }>(sql`select sum(points) as points from platform.rate_limit`))
    .points;

test('thirty requests pass, the next is told when to come again; a neighbour is not concerned', () => {
  for (let n = 0; n < 30; n++) expect(refused('203.0.113.5')).toBeUndefined();
  const problem = refused('203.0.113.5');
  expect(problem).toBeInstanceOf(Problem);
  expect(problem?.definition.type).toBe('too-many-requests');
  expect(Number(problem?.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused('203.0.113.6')).toBeUndefined();
});

test('within a second another process refuses what this one counted, and counts end', async () => {
  const databases = openDatabases(world.endpoints, { poolSize: 2, name: 'another process' });
  const other = { ...world.platform, db: databases };
  try {
    await expect.poll(counted).toBe('31');
    for (let n = 0; n < 20; n++) refused('203.0.113.9');
    for (let n = 0; n < 20; n++) expect(refused('203.0.113.9', other)).toBeUndefined();
    let passed = 20;
    const next = () => refused('203.0.113.9', other) ?? void passed++;
    await expect.poll(next, { interval: 200, timeout: 5_000 }).toBeInstanceOf(Problem);
    expect(passed).toBeLessThan(limit.requests);
    const rows = await world.db.app.query<{ key: string }>(sql`select key from platform.rate_limit`);
    for (const { key } of rows) expect(key).toMatch(/^test-pages:[0-9a-f]{32}$/);
    const later = {
      ...other,
      clock: { ...other.clock, now: () => new Date(other.clock.now().getTime() + 61_000) },
    };
    expect(refused('203.0.113.9', later)).toBeUndefined();
    await expect.poll(counted).not.toBe('71');
  } finally {
    await closeDatabases(databases);
  }
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
