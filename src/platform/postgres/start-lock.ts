/** Keeps two launchers of one data folder apart while the server comes up; afterwards the advisory lock in the database does. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exists } from './postmaster.ts';

const patience = 90_000;

function isAbandoned(file: string): boolean {
  const made = statSync(file, { throwIfNoEntry: false });
  if (!made) return true;
  const pid = Number(readFileSync(file, 'utf8'));
  // The number is written a moment after the file appears.
  return pid > 0 ? !exists(pid) : Date.now() - made.mtimeMs > 5_000;
}

/** Runs `run` while holding the data folder's start lock; waits for another launcher up to 90 s. */
export async function withStartLock<T>(dataFolder: string, run: () => Promise<T>): Promise<T> {
  const file = path.join(dataFolder, 'starting.lock');
  mkdirSync(dataFolder, { recursive: true });
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isAbandoned(file)) rmSync(file, { force: true });
    else if (Date.now() > deadline) {
      throw new Error(
        `另一个进程一直在启动数据库；如无此进程，请删除 ${file}。Another process has been starting the database for too long; if there is none, delete ${file}.`,
      );
    } else await pause(100);
  }
  try {
    return await run();
  } finally {
    rmSync(file, { force: true });
  }
}
