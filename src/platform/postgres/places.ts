/** Where the embedded server's binaries, cluster and socket lie, as root and as an ordinary user. */
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** Whom the server runs as when the program itself is root, which PostgreSQL refuses to be. */
export const serverUid = 65534;
/** Root's own folders are closed to that account, so binaries and cluster lie here. */
export const rootHome = '/var/lib/gongxin';

// sockaddr_un holds 108 bytes with the closing zero; the server appends "/.s.PGSQL.5432" and a lock's ".lock".
const longestSocketFolder = 107 - '/.s.PGSQL.5432.lock'.length;

/** The folders of one embedded server. */
export type Places = {
  /** The cluster (PGDATA). */
  readonly cluster: string;
  /** The folder of the unix socket. */
  readonly socket: string;
  /** Where the server writes its own log. */
  readonly logFile: string;
  /** uid and gid to start the server with; absent: as ourselves. */
  readonly runAs?: number;
};

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** A folder that only its owner may enter, owned by the account that the server runs as. */
export function makePrivateFolder(folder: string, owner?: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (owner !== undefined) chownSync(folder, owner, owner);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Under root the data folder keeps only a pointer, so that deleting the folder really begins anew. */
function rootedFolder(dataFolder: string): string {
  const pointer = path.join(dataFolder, 'cluster');
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  const folder = path.join(rootHome, `${hashOf(dataFolder)}-${randomBytes(4).toString('hex')}`);
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(pointer, `${folder}\n`, { mode: 0o600 });
  return folder;
}

/** A socket folder short enough for the kernel; one under /tmp is used only if it is really ours. */
function socketFolder(home: string): string {
  const near = path.join(home, 's');
  if (Buffer.byteLength(near) <= longestSocketFolder) return near;
  const uid = process.getuid?.() ?? 0;
  const runtime = `/run/user/${uid}`;
  const folder = path.join(existsSync(runtime) ? runtime : '/tmp', `gongxin-${uid}-${hashOf(home)}`);
  makePrivateFolder(folder);
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new Error(
      `${folder} 不归本账户所有，请删除它。${folder} does not belong to this account alone; delete it or choose a shorter GONGXIN_DATA.`,
    );
  }
  return folder;
}

/** Decides the folders for a data folder and makes those that must exist before the server does. */
export function choosePlaces(dataFolder: string): Places {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  if (!isRoot()) {
    makePrivateFolder(path.join(dataFolder, 'postgres'));
    const home = realpathSync(path.join(dataFolder, 'postgres'));
    const socket = socketFolder(home);
    makePrivateFolder(socket);
    return { cluster: path.join(home, 'pgdata'), socket, logFile: path.join(home, 'server.log') };
  }
  mkdirSync(rootHome, { recursive: true, mode: 0o755 });
  const rooted = rootedFolder(dataFolder);
  makePrivateFolder(rooted, serverUid);
  // /proc names the server's working folder by its real path; an orphan is recognised by it.
  const home = realpathSync(rooted);
  makePrivateFolder(path.join(home, 's'), serverUid);
  return {
    cluster: path.join(home, 'pgdata'),
    socket: path.join(home, 's'),
    logFile: path.join(home, 'server.log'),
    runAs: serverUid,
  };
}
