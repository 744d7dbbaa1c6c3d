// The slice of the tampering proof that runs with the tests: every column of every protected table, a few thousand rows.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { derivedTables, logSources } from '../../../src/app/log-sources.ts';
import { openTestLog, watchedTest } from '../../../src/modules/transparency/testing.ts';
import { type TestWorld, testDatabase } from '../../../src/platform/testing.ts';
import { proveLogTampering } from './prove.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world.close());

test('whatever the owner of the database does to a protected row, the next round of the monitor names it', async () => {
  const log = openTestLog(world.platform, logSources);
  const figures = await proveLogTampering(
    { submissions: 60, rowsEach: 20 },
    {
      log,
      watched: watchedTest(log, world.platform, derivedTables),
      platform: world.platform,
      say: () => undefined,
    },
  );
  expect(figures).toMatchObject({ falseAlarms: 0, missed: [] });
  expect(figures.tamperings).toBeGreaterThan(280);
  // A record written into a submission that is in the log, and one that nobody handed in.
  expect(figures.refused.filter((what) => what.includes('inserted'))).toEqual([]);
  expect(figures.raised).toBe(figures.tamperings);
}, 300_000);
