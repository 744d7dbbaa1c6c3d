/** Where the witness keeps its key and memory, and as whom it runs. */
import { chownSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomToken, sha256 } from '../../platform/crypto.ts';
import { isRoot, rootHome } from '../../platform/postgres/places.ts';

/** The account of the witness where the program is root: neither root nor the database's. */
const witnessUid = 65533;

// sockaddr_un holds 108 bytes with the closing zero.
const longestSocket = 107;

/** The witness's own folder and socket. */
export type WitnessPlace = {
  readonly folder: string;
  readonly socket: string;
  /** The account it changes to; absent: it runs as ourselves, and the page of the log says so. */
  readonly runAs?: number;
};

/** Root's own folders are closed to other accounts, so the witness's lies elsewhere and the data folder points to it. */
function rootedFolder(dataFolder: string): string {
  const pointer = path.join(dataFolder, 'witness');
  if (existsSync(pointer) && lstatSync(pointer).isFile()) return readFileSync(pointer, 'utf8').trim();
  const folder = path.join(rootHome, `witness-${sha256(dataFolder).slice(0, 12)}-${randomToken(4)}`);
  writeFileSync(pointer, `${folder}\n`, { mode: 0o600 });
  return folder;
}

/** Decides and makes the folder. */
export function placeWitness(dataFolder: string): WitnessPlace {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const root = isRoot();
  if (root) mkdirSync(rootHome, { recursive: true, mode: 0o755 });
  const folder = root ? rootedFolder(dataFolder) : path.join(dataFolder, 'witness');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (root) chownSync(folder, witnessUid, witnessUid);
  const near = path.join(folder, 'socket');
  const socket =
    Buffer.byteLength(near) <= longestSocket
      ? near
      : path.join(tmpdir(), `gongxin-witness-${sha256(folder).slice(0, 16)}`);
  return { folder, socket, ...(root ? { runAs: witnessUid } : {}) };
}
