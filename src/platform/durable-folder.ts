/** A folder of small files that are whole or absent, and on the disk when a write is acknowledged. */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Names are relative paths with `/`, made by code; one that leads out of the folder is refused. */
export type DurableFolder = {
  /** The content, or undefined when there is no such file. */
  find(name: string): Promise<Uint8Array | undefined>;
  /** Writes files, each by renaming a draft; returns when all are on the disk. */
  write(files: Iterable<{ readonly name: string; readonly bytes: Uint8Array | string }>): Promise<void>;
  remove(name: string): Promise<void>;
  /** The names in a folder below, sorted; none when it is not there. */
  list(name: string): Promise<string[]>;
};

/** Writes at once: libuv has four threads, and the disk gains nothing from more. */
const atOnce = 8;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeOne(file: string, bytes: Uint8Array | string): Promise<void> {
  const draft = `${file}.draft-${process.pid}`;
  const handle = await open(draft, 'w', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}

const absent = (error: unknown): boolean => {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
};

/** Opens (and on the first write makes) a folder. */
export function openDurableFolder(root: string): DurableFolder {
  const placeOf = (name: string): string => {
    const file = path.resolve(root, name);
    if (!file.startsWith(`${path.resolve(root)}${path.sep}`)) throw new RangeError(`leads out: ${name}`);
    return file;
  };
  return {
    async find(name) {
      try {
        return await readFile(placeOf(name));
      } catch (error) {
        if (absent(error)) return undefined;
        throw error;
      }
    },
    async write(files) {
      const waiting = [...files];
      const folders = new Set(waiting.map(({ name }) => path.dirname(placeOf(name))));
      for (const folder of folders) await mkdir(folder, { recursive: true });
      const work = async () => {
        for (let file = waiting.pop(); file; file = waiting.pop()) {
          await writeOne(placeOf(file.name), file.bytes);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      for (const folder of folders) await syncFolder(folder);
    },
    remove: (name) => rm(placeOf(name), { force: true }),
    async list(name) {
      try {
        return (await readdir(placeOf(name))).sort();
      } catch (error) {
        if (absent(error)) return [];
        throw error;
      }
    },
  };
}
