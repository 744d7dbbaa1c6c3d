// The slice of the proof that runs with the tests: 2,000 rows, items, and instruments that end (charter C1, C3, C7).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestWorld, testDatabase } from '../../../src/platform/testing.ts';
import { proveBasis } from './prove.ts';
import { KINDS } from './rows.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world.close());

test('nothing without a sufficient basis becomes public, and each refusal names its rule', async () => {
  const plan = { files: 4, rows: 504, doorRows: 30, firms: 40, seed: 7 };
  const figures = await proveBasis(world.platform, plan, () => undefined);
  expect(figures.faults).toEqual([]);
  expect(figures.without.judged).toBe(4 * 420);
  expect(Object.keys(figures.fed.byKind).sort()).toEqual(KINDS.map(({ name }) => name).sort());
  expect(figures.shown.records).toEqual({ 'administrative-penalty': 168, 'administrative-licence': 168 });
  expect(figures.shown.views).toBeGreaterThan(20);
}, 120_000);
