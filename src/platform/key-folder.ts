/** Keys outside the database: files of 32 bytes under <data>/keys/<name> that only their owner can read, one of them current. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** A key with the name under which values say that it sealed them. */
export type NumberedKey = { readonly id: string; readonly key: Uint8Array };

/** Keys of one purpose. */
export type KeyFolder = {
  /** A key that never changes, made on first use. */
  lasting(name: string): Uint8Array;
  /** The key that new values are sealed under, asked of the disk every time, since another process may renew it. */
  current(): NumberedKey;
  /** A key by its id. @throws KeyNotThere */
  get(id: string): Uint8Array;
  /** Makes a further key and makes it current. */
  renew(): NumberedKey;
  /** Destroys a key that is not current. */
  destroy(id: string): void;
  /** Ids of the keys that are there, sorted. */
  list(): string[];
};

/** No such key: it was destroyed, or the folder is another installation's. */
export class KeyNotThere extends Error {
  override readonly name = 'KeyNotThere';
}

const idPattern = /^[0-9a-f]{16}$/;

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

function writeSynced(file: string, content: Uint8Array | string): void {
  writeFileSync(file, content, { mode: 0o600, flag: 'wx', flush: true });
}

/** Opens the keys called `name`; nothing is made before a key is asked for. */
export function openKeyFolder(dataFolder: string, name: string): KeyFolder {
  const folder = path.join(dataFolder, 'keys', name);
  const known = new Map<string, Uint8Array>();

  function syncFolder(): void {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }

  function read(file: string): Uint8Array {
    const key = readFileSync(path.join(folder, file));
    if (key.length !== 32) throw new KeyNotThere(`the key ${name}/${file} is damaged`);
    return key;
  }

  /** Linking fails where the file is there already, so that of two processes at once both get the same key. */
  function make(file: string, content: Uint8Array | string): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = path.join(folder, `${file}.${process.pid}.${randomBytes(4).toString('hex')}`);
    writeSynced(draft, content);
    try {
      linkSync(draft, path.join(folder, file));
      syncFolder();
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    } finally {
      rmSync(draft);
    }
  }

  function lasting(file: string): Uint8Array {
    let key = known.get(file);
    if (key !== undefined) return key;
    try {
      key = read(file);
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
      make(file, randomBytes(32));
      key = read(file);
    }
    known.set(file, key);
    return key;
  }

  function get(id: string): Uint8Array {
    if (!idPattern.test(id)) throw new KeyNotThere(`not the id of a key: ${name}`);
    const key = known.get(id);
    if (key !== undefined) return key;
    try {
      const found = read(id);
      known.set(id, found);
      return found;
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
      throw new KeyNotThere(`the key ${name}/${id} is not there`, { cause: error });
    }
  }

  function add(): string {
    const id = randomBytes(8).toString('hex');
    make(id, randomBytes(32));
    return id;
  }

  function findCurrent(): string | undefined {
    try {
      return readFileSync(path.join(folder, 'current'), 'utf8').trim();
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
      return undefined;
    }
  }

  function current(): NumberedKey {
    let id = findCurrent();
    if (id === undefined) {
      make('current', `${add()}\n`);
      id = findCurrent() as string;
    }
    return { id, key: get(id) };
  }

  return {
    lasting,
    current,
    get,
    renew() {
      const id = add();
      const draft = path.join(folder, `current.${process.pid}`);
      rmSync(draft, { force: true });
      writeSynced(draft, `${id}\n`);
      renameSync(draft, path.join(folder, 'current'));
      syncFolder();
      return { id, key: get(id) };
    },
    destroy(id) {
      if (!idPattern.test(id) || id === findCurrent())
        throw new KeyNotThere('only a key that is not current');
      known.delete(id);
      rmSync(path.join(folder, id), { force: true });
      syncFolder();
    },
    list() {
      try {
        return readdirSync(folder)
          .filter((file) => idPattern.test(file))
          .sort();
      } catch (error) {
        if (!isCode(error, 'ENOENT')) throw error;
        return [];
      }
    },
  };
}
