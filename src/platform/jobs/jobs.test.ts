/** Jobs are there exactly when the business is, are done at least once, and survive a dead worker. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { raw, sql } from '../db/index.ts';
import { testDatabase } from '../testing.ts';
import type { JobReport } from './index.ts';

const world = await testDatabase();
const { jobs } = world.platform;
const { app, migrator } = world.db;
afterAll(() => world.close());
beforeEach(() => migrator.query(sql`delete from graphile_worker._private_jobs`));

const countJobs = async () => (await app.query(sql`select from graphile_worker.jobs`)).length;

test('a job rolls back with the business', async () => {
  const business = app.transaction(async (tx) => {
    await jobs.enqueue(tx, 'sample', { id: '1' });
    throw new Error('refused');
  });
  await expect(business).rejects.toThrow('refused');
  expect(await countJobs()).toBe(0);
});

test('a job is done with its payload, and only once', async () => {
  await app.transaction((tx) => jobs.enqueue(tx, 'sample', { id: '1' }));
  const seen: unknown[] = [];
  const handlers = { sample: async (payload: unknown) => void seen.push(payload) };
  await jobs.runPending(handlers);
  await jobs.runPending(handlers);
  expect(seen).toEqual([{ id: '1' }]);
});

test('the same key replaces a waiting job', async () => {
  await app.transaction((tx) => jobs.enqueue(tx, 'sample', { n: 1 }, { key: 'k' }));
  await app.transaction((tx) => jobs.enqueue(tx, 'sample', { n: 2 }, { key: 'k' }));
  const seen: unknown[] = [];
  await jobs.runPending({ sample: async (payload) => void seen.push(payload) });
  expect(seen).toEqual([{ n: 2 }]);
});

test('a handler that throws is told of, and its job waits for another attempt', async () => {
  await app.transaction((tx) => jobs.enqueue(tx, 'sample', {}));
  const failing = async () => {
    throw new Error('not yet');
  };
  await expect(jobs.runPending({ sample: failing })).rejects.toThrow('not yet');
  expect(await countJobs()).toBe(1);
});

test('a worker takes up at once what a killed one had begun', async () => {
  await app.transaction((tx) => jobs.enqueue(tx, 'sample', { id: 'left' }, { queue: 'q' }));
  await migrator.query(raw("update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now()"));
  await migrator.query(
    raw("update graphile_worker._private_job_queues set locked_by = 'dead', locked_at = now()"),
  );
  const reports: JobReport[] = [];
  const worker = await jobs.startWorker(
    { sample: async () => undefined },
    { concurrency: 1, onJob: (report) => reports.push(report) },
  );
  for (let waited = 0; reports.length === 0 && waited < 5_000; waited += 20) await pause(20);
  await worker.stop();
  await worker.ended;
  expect(reports).toMatchObject([{ name: 'sample', outcome: 'done' }]);
});
