// A seeded slice of the fault proof: some steps, two random moments, the database once; the whole is prove:intake-faults.
import { expect, test } from 'vitest';
import { proveIntakeFaults } from './prove.ts';

test('killed worker and killed database: accepted = told, none lost, none doubled, nothing left behind', {
  timeout: 180_000,
}, async () => {
  const steps = ['rows-staged', 'settlement-written', 'source-destroyed'];
  const plan = { steps, randomKills: 1, databaseKills: 1, rows: 1_000, seed: 7 };
  const figures = await proveIntakeFaults(plan, () => undefined);
  expect(figures).toMatchObject({
    cases: 6,
    lost: 0,
    doubled: 0,
    wrongCounts: 0,
    uploadsLeft: 0,
    stagingLeft: 0,
  });
  expect(figures.accepted).toBe(figures.expected);
  expect(figures.told).toBe(figures.accepted);
  expect(figures.interrupted).toBeGreaterThanOrEqual(steps.length);
});
