// Stored files are destroyed when their term is over or nobody refers to them, and not before.
import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixedClock } from '../../platform/clock.ts';
import { sql } from '../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { submitFile } from './submit-file.ts';
import { destroyKeptUploads, FINDINGS_FILE_DAYS, sweepFiles } from './sweep-files.ts';
import { buildCity, csv, firm, handIn, officer, penalty, registerFirms } from './testing/city.ts';

let world: TestWorld;
const market = officer('market');
beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1)]);
});
afterAll(() => world.close());

const folder = (name: 'files' | 'keys') => path.join(world.platform.config.dataFolder, name);
/** Makes every stored file look as old as this. */
async function age(hours: number): Promise<void> {
  const at = new Date(world.platform.clock.now().getTime() - hours * 3_600_000);
  for (const name of ['files', 'keys'] as const)
    for (const file of await readdir(folder(name))) await utimes(path.join(folder(name), file), at, at);
}
const stored = async () => [
  ...new Set([...(await readdir(folder('files'))), ...(await readdir(folder('keys')))]),
];

test('leftovers go after a day, an upload that waits for the worker and a findings file stay, until its term', async () => {
  const { platform } = world;
  const leftover = await platform.files.put(Readable.from(['cut off']));
  const lonelyKey = 'a'.repeat(32);
  await writeFile(path.join(folder('keys'), lonelyKey), 'x');
  await handIn(
    platform,
    market,
    'administrative-penalty',
    csv([penalty(firm(1), 1, { CF_JDRQ: '2026/2/30' })]),
  );
  await submitFile(platform, market, {
    item: 'administrative-penalty',
    channel: 'api',
    content: Readable.from([csv([penalty(firm(1), 2)])]),
  });
  await age(23);
  expect(await sweepFiles(platform)).toEqual({ expired: 0, leftovers: 0 });
  await age(25);
  expect(await sweepFiles(platform)).toEqual({ expired: 0, leftovers: 2 });
  const left = await stored();
  expect(left).toHaveLength(2);
  expect(left).not.toContain(leftover.id);
  expect(left).not.toContain(lonelyKey);

  const later = new Date(platform.clock.now().getTime() + (FINDINGS_FILE_DAYS + 1) * 86_400_000);
  const then = { ...platform, clock: fixedClock(later.toISOString().slice(0, 10)) };
  expect(await sweepFiles(then)).toMatchObject({ expired: 1 });
  // The upload that waits is as old, and still needed.
  expect(await stored()).toHaveLength(1);
  expect(
    await world.db.app.query(sql`select 1 from intake.submission where findings_file_id is not null`),
  ).toEqual([]);
});

test('an upload is kept for the days of the setting, its key with it, and goes then, or at once after an erasure', async () => {
  const platform = { ...world.platform, config: { ...world.platform.config, uploadDays: 3 } };
  const before = await stored();
  const handedIn = async (number: number) => {
    await handIn(platform, market, 'administrative-penalty', csv([penalty(firm(1), number)]));
    return (await stored()).filter((file) => !before.includes(file));
  };
  const days = (count: number) => {
    const at = new Date(platform.clock.now().getTime() + count * 86_400_000);
    return { ...platform, clock: { ...platform.clock, now: () => at } };
  };
  expect(await handedIn(11)).toHaveLength(1);
  await age(0);
  await sweepFiles(days(2.9));
  expect(await handedIn(12)).toHaveLength(2);
  await sweepFiles(days(3.1));
  expect(await handedIn(13)).toHaveLength(1);
  expect(await destroyKeptUploads(platform)).toBe(1);
  expect((await stored()).filter((file) => !before.includes(file))).toEqual([]);
  expect(
    await world.db.app.query(
      sql`select 1 from intake.submission where file_id is not null and closed_at is not null`,
    ),
  ).toEqual([]);
});
