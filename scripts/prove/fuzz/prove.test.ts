// The slice of the fuzz proof that runs with the tests: a fixed seed, over a real connection.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../src/app/server.ts';
import type { Server } from '../../../src/platform/http/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import { type TestWorld, testDatabase } from '../../../src/platform/testing.ts';
import { fillCity, openCity } from './city.ts';
import { proveFuzz } from './prove.ts';

let world: TestWorld;
let server: Server;
let origin: string;
let platform: Platform;

beforeAll(async () => {
  world = await testDatabase();
  // The forwarded address stands for many clients, so that limits per address do not answer in place of the doors.
  platform = { ...world.platform, config: { ...world.platform.config, trustProxy: '127.0.0.1' } };
  await fillCity(platform);
  server = await buildApp(platform);
  origin = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

test('hostile requests at every door bring no fault, no hang, no inside, no markup, and nothing of another unit', async () => {
  const city = await openCity(platform, origin);
  const target = { doors: server.doors, document: server.apiDocument(), city };
  const plan = { seed: 7, requests: 4_000, minutes: 0.7, atOnce: 4 };
  const figures = await proveFuzz(plan, origin, target, () => undefined);
  expect(figures.faults).toEqual([]);
  expect(figures.requests).toBeGreaterThan(500);
  expect(figures.looksWritten).toBe(figures.lawfulLooks);
}, 120_000);
