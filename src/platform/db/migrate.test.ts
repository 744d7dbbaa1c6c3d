/** Migrations: in order, once, whole or not at all, and never after being changed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../testing.ts';
import { sql } from './index.ts';
import { listPendingMigrations, MigrationError, migrate } from './migrate.ts';

const world = await testDatabase();
const { migrator } = world.db;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongxin-migrations-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await rm(folder, { recursive: true });
  folder = await mkdtemp(path.join(tmpdir(), 'gongxin-migrations-'));
  await migrator.query(sql`delete from platform.migration`);
  await migrator.query(sql`drop schema if exists sample cascade`);
});

const put = (name: string, text: string) => writeFile(path.join(folder, name), text);

test('applies in the order of names, each once, even when two run at once', async () => {
  await put('0002_b.sql', "insert into sample.t values ('b');");
  await put('0001_a.sql', 'create schema sample; create table sample.t (v text);');
  const runs = await Promise.all([migrate(migrator, folder), migrate(migrator, folder)]);
  expect(runs.flat().sort()).toEqual(['0001_a.sql', '0002_b.sql']);
  expect(await migrator.query(sql`select v from sample.t`)).toEqual([{ v: 'b' }]);
  expect(await listPendingMigrations(migrator, folder)).toEqual([]);
});

test('a file that fails leaves nothing, and tells file and line', async () => {
  await put('0001_a.sql', 'create schema sample;\n\ncreate table sample.t (v text);\nselect nonsense;\n');
  await expect(migrate(migrator, folder)).rejects.toThrow(/^0001_a.sql:4: /);
  expect(await migrator.query(sql`select from pg_namespace where nspname = 'sample'`)).toEqual([]);
  expect(await listPendingMigrations(migrator, folder)).toEqual(['0001_a.sql']);
});

test.each<[string, () => Promise<void>]>([
  ['a file changed after it was applied', () => put('0002_b.sql', 'select 3;')],
  ['a file that is gone', () => rm(path.join(folder, '0002_b.sql'))],
  ['a file that comes before an applied one', () => put('0001_z.sql', 'select 4;')],
])('refuses %s', async (_name, change) => {
  await put('0001_a.sql', 'create schema sample;');
  await put('0002_b.sql', 'select 2;');
  await migrate(migrator, folder);
  await change();
  await expect(migrate(migrator, folder)).rejects.toThrow(MigrationError);
  await expect(migrate(migrator, folder)).rejects.toThrow(/\p{Script=Han}/u);
});

test('the same file with other line ends is the same file', async () => {
  await put('0001_a.sql', 'create schema\nsample;');
  await migrate(migrator, folder);
  await put('0001_a.sql', 'create schema\r\nsample;');
  expect(await migrate(migrator, folder)).toEqual([]);
});
