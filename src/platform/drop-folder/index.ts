/** The folder that departments drop files in, `<unit>/<item>/`: looking, taking by rename, putting results beside; links are never followed. */
import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { entryNames, nameBytes } from './entry-names.ts';
import { folderAsZip } from './folder-as-zip.ts';

/** Where files lie in the folder of an item, besides those that were dropped. */
export const stages = ['processing', 'done', 'refused'] as const;
export type Stage = (typeof stages)[number];

/** Something in the folder of an item. */
export type Dropped = {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly sizeBytes: number;
  readonly modifiedMs: number;
};

/** A file while it is read. */
export type OpenDropped = {
  readonly content: Readable;
  /** Whether it is as it was when it was opened. */
  isUnchanged(): Promise<boolean>;
};

/** The place of an item; both are names of one folder each. */
export type ItemPlace = { readonly unit: string; readonly item: string };

export type DropFolder = {
  /** The folders right below, or below one of them; links are none. */
  folders(unit?: string): Promise<string[]>;
  dropped(place: ItemPlace): Promise<Dropped[]>;
  processing(place: ItemPlace): Promise<Dropped[]>;
  /** Moves a dropped file or folder; a link itself is moved, never what it leads to. */
  take(place: ItemPlace, name: string, takenAs: string): Promise<void>;
  /** Takes it back: its writer had not finished. */
  putBack(place: ItemPlace, takenAs: string, name: string): Promise<void>;
  settle(place: ItemPlace, takenAs: string, to: 'done' | 'refused'): Promise<void>;
  /** Opens what was taken; a folder reads as a ZIP of its files. undefined for what is neither file nor folder. */
  open(place: ItemPlace, takenAs: string): Promise<OpenDropped | undefined>;
  /** Writes a file beside the settled ones; again is the same. */
  putBeside(
    place: ItemPlace,
    to: 'done' | 'refused',
    name: string,
    content: Readable | string,
  ): Promise<void>;
  /** A plain sentence for whoever looks into the folder; written only when it is not there. */
  note(below: readonly string[], text: string): Promise<void>;
  removeMarker(place: ItemPlace, name: string): Promise<void>;
};

export const NOTE = 'READ-ME-请看.txt';

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems cannot: then the rename is as durable as they make it.
    if (!['EINVAL', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

async function kindAt(file: Buffer | string): Promise<Omit<Dropped, 'name'> | undefined> {
  try {
    const found = await lstat(file);
    const kind = found.isSymbolicLink()
      ? 'link'
      : found.isFile()
        ? 'file'
        : found.isDirectory()
          ? 'folder'
          : 'other';
    return { kind, sizeBytes: found.size, modifiedMs: Math.floor(found.mtimeMs) };
  } catch (error) {
    // Gone between listing and looking.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function lookInto(folder: string): Promise<Dropped[]> {
  if ((await kindAt(folder))?.kind !== 'folder') return [];
  const found: Dropped[] = [];
  for (const name of entryNames(await readdir(folder, { encoding: 'buffer' }))) {
    const here = await kindAt(Buffer.concat([Buffer.from(`${folder}/`), nameBytes(name)]));
    if (here) found.push({ name, ...here });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isSame(a: { size: number; mtimeMs: number }, b: { size: number; mtimeMs: number }): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs;
}

async function openFile(file: string): Promise<OpenDropped> {
  const handle: FileHandle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  const before = await handle.stat();
  return {
    content: handle.createReadStream(),
    isUnchanged: async () => {
      const now = await lstat(file);
      return now.isFile() && isSame(before, now);
    },
  };
}

/** The drop folder under `root`. */
export function openDropFolder(root: string): DropFolder {
  const at = ({ unit, item }: ItemPlace, ...rest: string[]) => path.join(root, unit, item, ...rest);
  const stage = async (place: ItemPlace, name: Stage) => {
    const folder = at(place, name);
    await mkdir(folder, { recursive: true });
    // Somebody may have put a link there, to have files moved elsewhere.
    if ((await kindAt(folder))?.kind !== 'folder') throw new Error(`${name} of ${place.item} is no folder`);
    return folder;
  };
  const move = async (from: Buffer | string, to: string) => {
    await rename(from, to);
    await syncFolder(path.dirname(to));
  };
  return {
    async folders(unit) {
      const found = await lookInto(unit === undefined ? root : path.join(root, unit));
      return found
        .filter(({ name, kind }) => kind === 'folder' && !name.startsWith('.'))
        .map(({ name }) => name);
    },
    dropped: async (place) =>
      (await lookInto(at(place))).filter(({ name }) => !(stages as readonly string[]).includes(name)),
    processing: (place) => lookInto(at(place, 'processing')),
    async take(place, name, takenAs) {
      const from = Buffer.concat([Buffer.from(`${at(place)}/`), nameBytes(name)]);
      await move(from, path.join(await stage(place, 'processing'), takenAs));
    },
    putBack: (place, takenAs, name) => move(at(place, 'processing', takenAs), at(place, name)),
    async settle(place, takenAs, to) {
      await move(at(place, 'processing', takenAs), path.join(await stage(place, to), takenAs));
    },
    async open(place, takenAs) {
      const file = at(place, 'processing', takenAs);
      const kind = (await kindAt(file))?.kind;
      if (kind === 'folder') return { content: await folderAsZip(file), isUnchanged: async () => true };
      return kind === 'file' ? openFile(file) : undefined;
    },
    async putBeside(place, to, name, content) {
      const file = path.join(await stage(place, to), name);
      await rm(file, { force: true });
      const handle = await open(
        file,
        constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
        0o640,
      );
      if (typeof content === 'string') {
        await handle.writeFile(content);
        await handle.close();
      } else await pipeline(content, handle.createWriteStream());
    },
    async note(below, text) {
      await writeFile(path.join(root, ...below, NOTE), text, { flag: 'wx' }).catch(
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'EEXIST') throw error;
        },
      );
    },
    removeMarker: (place, name) => rm(at(place, name), { force: true }),
  };
}
