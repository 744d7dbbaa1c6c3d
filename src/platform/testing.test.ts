/** The test world itself: roles, the fixed date, and that files do not see each other's rows. */
import { afterAll, expect, test } from 'vitest';
import { sql } from './db/index.ts';
import { testDatabase, testToday } from './testing.ts';

const world = await testDatabase();
afterAll(() => world.close());

test('each pool signs in as its own role', async () => {
  const who = sql`select current_user::text as name`;
  expect(await world.db.app.one(who)).toEqual({ name: 'gx_app' });
  expect(await world.db.portal.one(who)).toEqual({ name: 'gx_portal' });
  expect(await world.db.migrator.one(who)).toEqual({ name: 'gx_migrator' });
});

test('today is fixed, for the clock and for SQL, and only the migrator may change it', async () => {
  expect(world.platform.clock.today()).toBe(testToday);
  for (const db of [world.db.app, world.db.portal]) {
    expect(await db.one(sql`select platform.today() as today`)).toEqual({ today: testToday });
    await expect(db.query(sql`update platform.clock set fixed_on = '2030-01-01'`)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|25006)$/),
    });
  }
});

test('values come back as the platform wants them', async () => {
  const row = await world.db.app.one(sql`select date '2026-02-28' as day, array[date '2026-01-01'] as days,
    9007199254740993::bigint as big, 1.10::numeric as exact, timestamptz '2026-01-01 00:00+08' as instant`);
  expect(row).toEqual({
    day: '2026-02-28',
    days: ['2026-01-01'],
    big: '9007199254740993',
    exact: '1.10',
    instant: new Date('2025-12-31T16:00:00Z'),
  });
});

test('the portal can write nothing, not even where it was granted', async () => {
  const setting = sql`show default_transaction_read_only`;
  expect(await world.db.portal.one(setting)).toEqual({ default_transaction_read_only: 'on' });
});
