// With a scanner named, a known file is refused whole and destroyed, others go on, and without an answer a file waits.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Platform } from '../../platform/index.ts';
import { standInClamd } from '../../platform/testing/clamd.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { buildCity, csv, firm, handIn, officer, penalty, registerFirms } from './testing/city.ts';

let world: TestWorld;
let folder: string;
let scanned: Platform;
let clamd: Awaited<ReturnType<typeof standInClamd>>;
beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1)]);
  folder = await mkdtemp(path.join(tmpdir(), 'gx-clamd-'));
  clamd = await standInClamd(path.join(folder, 'clamd'), { limit: 5_000_000 });
  const { config } = world.platform;
  scanned = { ...world.platform, config: { ...config, clamd: clamd.path } };
});
afterAll(async () => {
  await clamd.close();
  await rm(folder, { recursive: true });
  await world.close();
});

const submit = (platform: Platform, number: number, content: string) =>
  handIn(
    platform,
    officer('market'),
    'administrative-penalty',
    csv([penalty(firm(1), number, { CF_SY: content })]),
  );

test('what the scanner knows is refused whole, with what to do, and nothing of it stays', async () => {
  const { submission } = await submit(scanned, 1, 'MALWARE-FOR-TESTS');
  expect(submission).toMatchObject({ status: 'refused', refusal: { rule: 'file.malware' } });
  expect(await world.platform.files.list()).toEqual([]);
});

test('what it does not know goes its way', async () => {
  expect((await submit(scanned, 2, '未按规定保存记录')).submission.counts).toMatchObject({ accepted: 1 });
});

test('without an answer the file is not read: the job fails, to come again', async () => {
  const config = { ...scanned.config, clamd: path.join(folder, 'nobody') };
  await expect(submit({ ...scanned, config }, 3, '无')).rejects.toThrow(/clamd/);
});
