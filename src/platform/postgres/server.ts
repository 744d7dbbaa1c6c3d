/** Runs one PostgreSQL server: starts it or adopts one left by a crash, restarts it when it dies, stops it cleanly. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { serverArguments } from './options.ts';
import type { Places } from './places.ts';
import { exists, isServerOf, isZombie, readPidFile } from './postmaster.ts';

/** A running server. */
export type RunningServer = {
  readonly pid: number;
  readonly adopted: boolean;
  readonly child?: ChildProcess;
};

const patience = 60_000;
const largestLog = 16 * 1024 * 1024;

function spawnServer(bin: string, places: Places, durable: boolean): ChildProcess {
  if ((statSync(places.logFile, { throwIfNoEntry: false })?.size ?? 0) > largestLog)
    truncateSync(places.logFile);
  const log = openSync(places.logFile, 'a', 0o600);
  try {
    const child = spawn(path.join(bin, 'postgres'), serverArguments(places, durable), {
      cwd: places.cluster,
      env: { LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      // A session of its own: Ctrl-C in the terminal must reach the launcher alone, which stops things in order.
      detached: true,
      stdio: ['ignore', log, log],
      ...(places.runAs === undefined ? {} : { uid: places.runAs, gid: places.runAs }),
    });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function logSince(places: Places, from: number): string {
  return readFileSync(places.logFile).subarray(from).toString('utf8').slice(-4000).trim();
}

type Outcome = 'ready' | 'busy' | 'failed';

/** Waits until postmaster.pid names our own child as ready; a stale file says "ready" too, with another pid. */
async function awaitReady(
  child: ChildProcess,
  places: Places,
  logFrom: number,
  deadline: number,
): Promise<Outcome> {
  while (Date.now() < deadline) {
    const file = readPidFile(places.cluster);
    if (file?.pid === child.pid && file?.status === 'ready') return 'ready';
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      // A dead predecessor whose parent has not waited for it, or whose last backends still hold the memory.
      const said = logSince(places, logFrom);
      return /lock file .* already exists|shared memory block/.test(said) ? 'busy' : 'failed';
    }
    await pause(20);
  }
  return 'failed';
}

/** A server that lives, is of this cluster and answers as ready (a crashed launcher's orphan); waits while it starts. */
async function findOrphan(places: Places): Promise<number | undefined> {
  const deadline = Date.now() + patience;
  for (;;) {
    const file = readPidFile(places.cluster);
    if (!file || !isServerOf(places.cluster, file.pid)) return undefined;
    if (file.status === 'ready') return file.pid;
    if (Date.now() > deadline) return undefined;
    await pause(100);
  }
}

/**
 * Starts the server of a cluster, or adopts the one that runs already.
 * @throws Error with the end of the server's own log when it does not come up within a minute
 */
export async function startServer(bin: string, places: Places, durable: boolean): Promise<RunningServer> {
  const orphan = await findOrphan(places);
  if (orphan !== undefined) return { pid: orphan, adopted: true };
  const deadline = Date.now() + patience;
  for (;;) {
    const logFrom = statSync(places.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const child = spawnServer(bin, places, durable);
    const outcome = await awaitReady(child, places, Math.min(logFrom, largestLog), deadline);
    if (outcome === 'ready') return { pid: child.pid as number, adopted: false, child };
    if (outcome === 'failed' || Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw new Error(
        `内置数据库未能启动，日志见 ${places.logFile}。The embedded database did not start; its log is ${places.logFile}: ${logSince(places, logFrom)}`,
      );
    }
    await pause(500);
    removeDeadPidFile(places, deadline);
  }
}

/** A zombie keeps its number for as long as its parent sleeps; in the last third of the wait its file is taken away. */
function removeDeadPidFile(places: Places, deadline: number): void {
  const file = readPidFile(places.cluster);
  if (!file || isServerOf(places.cluster, file.pid)) return;
  if (isZombie(file.pid) && deadline - Date.now() < patience / 3) {
    rmSync(path.join(places.cluster, 'postmaster.pid'), { force: true });
  }
}

/**
 * Fast shutdown (SIGINT: sessions are ended, a checkpoint is written), and waits until the process is gone.
 * SIGQUIT drops everything at once, for clusters that nobody will read again.
 */
export async function stopServer(
  cluster: string,
  pid: number,
  signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT',
): Promise<void> {
  if (!isServerOf(cluster, pid)) return;
  process.kill(pid, signal);
  for (let waited = 0; isServerOf(cluster, pid) && exists(pid); waited += 20) {
    // Recovery after the next start is safe; hanging for ever is not.
    if (waited === patience) process.kill(pid, 'SIGQUIT');
    await pause(20);
  }
}
