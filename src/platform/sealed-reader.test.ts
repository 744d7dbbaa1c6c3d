// A sealed file read from any place gives the bytes that were sealed, and refuses what was changed.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFileStore } from './file-store.ts';
import { TamperedFile } from './sealed-stream.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gx-sealed-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])(
  '%i bytes: any place, and the stream from any place',
  async (size) => {
    const store = openFileStore(path.join(folder, String(size)));
    const content = Buffer.from(Array.from({ length: size }, (_, at) => (at * 31) % 251));
    const { id } = await store.put(once(content));
    const reader = await store.reader(id);
    expect(reader.size).toBe(size);
    for (const [offset, length] of [
      [0, size],
      [size - 10, 30],
      [65_530, 20],
      [131_070, 5],
      [size, 1],
    ] as const) {
      if (offset < 0) continue;
      expect((await reader.read(offset, length)).equals(content.subarray(offset, offset + length))).toBe(
        true,
      );
    }
    const streamed: Buffer[] = [];
    for await (const bytes of reader.stream(Math.floor(size / 2))) streamed.push(bytes as Buffer);
    expect(Buffer.concat(streamed).equals(content.subarray(Math.floor(size / 2)))).toBe(true);
    await reader.close();
  },
);

test('a changed byte is refused', async () => {
  const data = path.join(folder, 'tampered');
  const store = openFileStore(data);
  const { id } = await store.put(once(Buffer.alloc(100_000, 7)));
  const [name] = await readdir(path.join(data, 'files'));
  const file = path.join(data, 'files', name as string);
  const sealed = await readFile(file);
  sealed[70_000] = (sealed[70_000] as number) ^ 1;
  await writeFile(file, sealed);
  const reader = await store.reader(id);
  await expect(reader.read(66_000, 10)).rejects.toThrow(TamperedFile);
  await reader.close();
});
