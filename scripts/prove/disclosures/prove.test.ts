/** The slice of the count that runs with the tests. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestWorld, testDatabase } from '../../../src/platform/testing.ts';
import { countDisclosures } from './prove.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world.close());

test('looks in answers = access rows = rows in leaves, for every subject', async () => {
  const figures = await countDisclosures(world.platform, { requests: 400, firms: 12, seed: 7 });
  expect(figures).toMatchObject({ requests: 400, differences: 0, uncounted: 0 });
  expect(figures.shownInAnswers).toBe(figures.accessRows);
  expect(figures.accessRows).toBe(figures.rowsInLeaves);
  // The mix is one: looks, refusals of every kind, and what is public.
  expect(figures.accessRows).toBeGreaterThan(150);
  for (const status of ['200', '201', '401', '403', '404', '400']) {
    expect(figures.byStatus[status], `${status} in ${JSON.stringify(figures.byStatus)}`).toBeGreaterThan(0);
  }
  expect(figures.byStatus['500']).toBeUndefined();
}, 120_000);
