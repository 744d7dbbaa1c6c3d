// Keys in files: the same for everybody, readable by the owner alone, renewed and destroyed.
import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { KeyNotThere, openKeyFolder } from './key-folder.ts';
import { openLineFile } from './line-file.ts';

const home = await mkdtemp(path.join(tmpdir(), 'gongxin-keys-'));
afterAll(() => rm(home, { recursive: true }));

test('whoever opens the folder first, all get the same keys', () => {
  const [one, other] = [openKeyFolder(home, 'a'), openKeyFolder(home, 'a')];
  expect(one.lasting('index')).toEqual(other.lasting('index'));
  expect(one.current()).toEqual(other.current());
  expect(one.lasting('index')).not.toEqual(openKeyFolder(home, 'b').lasting('index'));
});

test('files are the owner’s alone, and no draft is left', async () => {
  const folder = path.join(home, 'keys', 'a');
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  const files = await readdir(folder);
  expect(files).toHaveLength(3);
  for (const file of files) expect((await stat(path.join(folder, file))).mode & 0o777).toBe(0o600);
});

test('a renewed key is current for everybody; the old one opens until it is destroyed', () => {
  const [one, other] = [openKeyFolder(home, 'c'), openKeyFolder(home, 'c')];
  const before = one.current();
  const after = other.renew();
  expect(one.current()).toEqual(after);
  expect(other.get(before.id)).toEqual(before.key);
  expect(other.list().sort()).toEqual([before.id, after.id].sort());
  expect(() => other.destroy(after.id)).toThrow(KeyNotThere);
  other.destroy(before.id);
  expect(() => other.get(before.id)).toThrow(KeyNotThere);
  expect(() => other.get('../a/index')).toThrow(KeyNotThere);
});

test('a damaged key is refused and never replaced by another', async () => {
  openKeyFolder(home, 'd').lasting('index');
  await truncate(path.join(home, 'keys', 'd', 'index'), 5);
  expect(() => openKeyFolder(home, 'd').lasting('index')).toThrow(KeyNotThere);
});

test('a file of lines keeps what was appended, and a line cut off spoils none', async () => {
  const file = path.join(home, 'lines', 'list');
  expect(await openLineFile(file).lines()).toEqual([]);
  await openLineFile(file).append('one');
  const { appendFile } = await import('node:fs/promises');
  await appendFile(file, 'half');
  await openLineFile(file).append('two');
  expect(await openLineFile(file).lines()).toEqual(['one', 'half', 'two']);
});
