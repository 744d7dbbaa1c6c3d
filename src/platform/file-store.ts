/** The file store: each file encrypted under a key of its own, so that destroying the key destroys the file. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { openSealedReader, type SealedReader } from './sealed-reader.ts';
import { seal, unseal } from './sealed-stream.ts';

/** What was stored. */
export type StoredFile = {
  /** 32 hexadecimal digits, random. */
  readonly id: string;
  /** SHA-256 of the content as it came, hexadecimal. */
  readonly sha256: string;
  /** Bytes of the content as it came. */
  readonly size: number;
};

/** Files that must not lie open on the disk. */
export type FileStore = {
  /**
   * Stores a stream; acknowledged only when key, file and folders are on the disk. A stream that breaks off
   * leaves nothing behind. @throws FileTooLarge beyond `limit` bytes, or whatever the stream throws
   */
  put(source: AsyncIterable<Uint8Array>, options?: { readonly limit?: number }): Promise<StoredFile>;
  /** The content. @throws FileNotThere when it was destroyed; the stream fails with TamperedFile when it was changed */
  open(id: string): Promise<Readable>;
  /** The content from any place; the reader must be closed. @throws FileNotThere when it was destroyed */
  reader(id: string): Promise<SealedReader>;
  /** Destroys a file, the key first; nothing happens when it is gone already. */
  destroy(id: string): Promise<void>;
  /** All files, and keys without one, with the instant they were stored, so that what nobody refers to can be destroyed. */
  list(): Promise<{ readonly id: string; readonly storedAt: Date }[]>;
};

/** More bytes came than were allowed. */
export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** The file was destroyed or never existed. */
export class FileNotThere extends Error {
  override readonly name = 'FileNotThere';
}

const idPattern = /^[0-9a-f]{32}$/;

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeSynced(file: string, write: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(path.dirname(file));
}

/** A file destroyed while the folder is read is not there. */
function ignoreGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** Passes a stream through while hashing and counting it. */
function measure(source: AsyncIterable<Uint8Array>, limit: number) {
  const hash = createHash('sha256');
  const found = { size: 0, sha256: '' };
  async function* pass(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      found.size += bytes.byteLength;
      if (found.size > limit) throw new FileTooLarge(`more than ${limit} bytes`);
      hash.update(bytes);
      yield bytes;
    }
    found.sha256 = hash.digest('hex');
  }
  return { stream: pass(), found };
}

/** The file store under a data folder: <data>/files and <data>/keys. */
export function openFileStore(dataFolder: string): FileStore {
  const files = path.join(dataFolder, 'files');
  const keys = path.join(dataFolder, 'keys');

  function fileOf(id: string): string {
    if (!idPattern.test(id)) throw new FileNotThere('not the id of a stored file');
    return path.join(files, id);
  }

  async function remove(folder: string, id: string): Promise<void> {
    await rm(path.join(folder, id), { force: true });
    await syncFolder(folder);
  }

  async function destroy(id: string): Promise<void> {
    fileOf(id);
    await mkdir(keys, { recursive: true, mode: 0o700 });
    await mkdir(files, { recursive: true, mode: 0o700 });
    await remove(keys, id);
    await remove(files, id);
  }

  return {
    destroy,
    async put(source, options = {}) {
      await mkdir(keys, { recursive: true, mode: 0o700 });
      await mkdir(files, { recursive: true, mode: 0o700 });
      const id = randomBytes(16).toString('hex');
      const key = randomBytes(32);
      const { stream, found } = measure(source, options.limit ?? Number.POSITIVE_INFINITY);
      try {
        await writeSynced(path.join(keys, id), async (handle) => handle.writeFile(key));
        await writeSynced(fileOf(id), async (handle) => {
          for await (const sealed of seal(stream, key)) await handle.writeFile(sealed);
        });
      } catch (error) {
        await destroy(id);
        throw error;
      }
      return { id, ...found };
    },
    async open(id) {
      const file = fileOf(id);
      try {
        const key = await readFile(path.join(keys, id));
        await stat(file);
        return Readable.from(unseal(createReadStream(file), key), { objectMode: false });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        throw new FileNotThere('the file was destroyed or never existed', { cause: error });
      }
    },
    async reader(id) {
      const file = fileOf(id);
      try {
        return await openSealedReader(file, await readFile(path.join(keys, id)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        throw new FileNotThere('the file was destroyed or never existed', { cause: error });
      }
    },
    async list() {
      const found = new Map<string, Date>();
      // The key is written first and destroyed first: a crash leaves either alone.
      for (const folder of [keys, files]) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        for (const id of (await readdir(folder)).filter((name) => idPattern.test(name))) {
          const known = await stat(path.join(folder, id)).catch(ignoreGone);
          if (known) found.set(id, known.mtime);
        }
      }
      return [...found].map(([id, storedAt]) => ({ id, storedAt }));
    },
  };
}
