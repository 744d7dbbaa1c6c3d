/** Stored files come back as they were, lie encrypted, notice every change, and are gone when destroyed. */
import { appendFile, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from './crypto.ts';
import { FileNotThere, type FileStore, FileTooLarge, openFileStore } from './file-store.ts';
import { TamperedFile } from './sealed-stream.ts';

let folder: string;
let store: FileStore;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongxin-files-'));
  store = openFileStore(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function content(id: string): Promise<Buffer> {
  return buffer(await store.open(id));
}

test('what comes in comes out, for every length around a chunk and every way of cutting', async () => {
  const length = fc.oneof(fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072), fc.nat(200_000));
  await fc.assert(
    fc.asyncProperty(length, fc.integer({ min: 1, max: 100_000 }), async (size, part) => {
      const bytes = Buffer.alloc(size, 'abcdefg');
      const stored = await store.put(inParts(bytes, part));
      expect(stored).toMatchObject({ size, sha256: sha256(bytes) });
      expect((await content(stored.id)).equals(bytes)).toBe(true);
      await store.destroy(stored.id);
    }),
    { numRuns: 30 },
  );
});

test('the file on the disk shows nothing, and only its owner may read key and file', async () => {
  const { id } = await store.put(inParts(Buffer.from('行政处罚决定书'.repeat(100)), 10));
  const sealed = await readFile(path.join(folder, 'files', id));
  expect(sealed.includes('行政处罚')).toBe(false);
  for (const kind of ['files', 'keys']) {
    expect((await stat(path.join(folder, kind, id))).mode & 0o777).toBe(0o600);
  }
});

test.each<[string, (file: string) => Promise<void>]>([
  [
    'one bit changed',
    async (file) => {
      const bytes = await readFile(file);
      bytes[70_000] = (bytes[70_000] as number) ^ 1;
      await writeFile(file, bytes);
    },
  ],
  [
    'header changed',
    async (file) => {
      const bytes = await readFile(file);
      bytes[6] = (bytes[6] as number) ^ 1;
      await writeFile(file, bytes);
    },
  ],
  ['cut off in a chunk', async (file) => truncate(file, 100_000)],
  ['last chunk left out', async (file) => truncate(file, 11 + 2 * (65_536 + 16))],
  ['something appended', async (file) => appendFile(file, 'x')],
  ['emptied', async (file) => truncate(file, 0)],
  [
    'chunks exchanged',
    async (file) => {
      const bytes = await readFile(file);
      const [one, two] = [bytes.subarray(11, 11 + 65_552), bytes.subarray(11 + 65_552, 11 + 2 * 65_552)];
      await writeFile(
        file,
        Buffer.concat([bytes.subarray(0, 11), two, one, bytes.subarray(11 + 2 * 65_552)]),
      );
    },
  ],
])('notices: %s', async (_name, tamper) => {
  const { id } = await store.put(inParts(Buffer.alloc(150_000, 7), 9_000));
  await tamper(path.join(folder, 'files', id));
  await expect(content(id)).rejects.toThrow(TamperedFile);
});

test('a stream that breaks off or grows too long leaves nothing behind', async () => {
  const before = [await readdir(path.join(folder, 'files')), await readdir(path.join(folder, 'keys'))];
  async function* breaking(): AsyncGenerator<Buffer> {
    yield Buffer.alloc(100_000);
    throw new Error('the sender is gone');
  }
  await expect(store.put(breaking())).rejects.toThrow('the sender is gone');
  await expect(store.put(inParts(Buffer.alloc(2_000), 500), { limit: 1_999 })).rejects.toThrow(FileTooLarge);
  expect([await readdir(path.join(folder, 'files')), await readdir(path.join(folder, 'keys'))]).toEqual(
    before,
  );
});

test('destroyed is gone: key and file, and again does no harm', async () => {
  const { id } = await store.put(inParts(Buffer.from('x'), 1));
  expect((await store.list()).map((file) => file.id)).toContain(id);
  await store.destroy(id);
  await store.destroy(id);
  await expect(store.open(id)).rejects.toThrow(FileNotThere);
  expect((await store.list()).map((file) => file.id)).not.toContain(id);
});

test('an id that is no id never becomes a path', async () => {
  await expect(store.open('../secrets/gx')).rejects.toThrow(FileNotThere);
  await expect(store.destroy('../secrets/gx')).rejects.toThrow(FileNotThere);
});
