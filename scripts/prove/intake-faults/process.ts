/** The platform as a process of its own that the proof may kill, and start again as an operator's supervisor would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { proofEnvironment } from './city.ts';

const project = path.resolve(import.meta.dirname, '../../..');

/** A platform under the proof's hands. */
export interface KilledPlatform {
  url: string;
  /** The worker dies when it reaches this step the next time. */
  killWorkerAt(step: string): void;
  /** Whether the planned kill has not happened yet. */
  isKillPending(): boolean;
  /** Kills the worker now. */
  killWorker(): void;
  /** Kills the database server now; the platform ends and is started again. */
  killDatabase(): void;
  stop(): Promise<void>;
}

/** Starts `npm start`'s program on the folder and keeps it running whatever happens to it. */
export function runPlatform(folder: string, port: number): KilledPlatform {
  const plan = path.join(folder, 'kill-plan');
  const env = {
    ...process.env,
    ...proofEnvironment(folder, port),
    GONGXIN_KILL_PLAN: plan,
    NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'kill-at.mjs')}`,
  };
  let child: ChildProcess;
  let isStopping = false;
  let ended = Promise.resolve();
  const begin = () => {
    child = spawn(process.execPath, ['src/main.ts'], { cwd: project, env, stdio: 'ignore' });
    ended = new Promise((resolve) => {
      child.once('exit', async () => {
        resolve();
        await pause(300);
        if (!isStopping) begin();
      });
    });
  };
  begin();
  return {
    url: `http://127.0.0.1:${port}`,
    killWorkerAt: (step) => writeFileSync(plan, step),
    isKillPending: () => existsSync(plan),
    killWorker() {
      kill(Number(readFileSync(`${plan}.pid`, 'utf8')));
    },
    killDatabase() {
      const cluster = clusterOf(folder);
      for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        if (isPostmasterOf(pid, cluster)) kill(Number(pid));
      }
    },
    async stop() {
      isStopping = true;
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // Dead already: what the proof wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Under root the data folder keeps a pointer to the cluster. */
function clusterOf(folder: string): string {
  try {
    return readFileSync(path.join(folder, 'cluster'), 'utf8').trim();
  } catch {
    return folder;
  }
}

function isPostmasterOf(pid: string, cluster: string): boolean {
  try {
    if (!readlinkSync(`/proc/${pid}/exe`).endsWith('/postgres')) return false;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return command.includes('-D') && readlinkSync(`/proc/${pid}/cwd`).startsWith(cluster);
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}
