/** Keeps one worker process alive beside the server: starts it, hears its heartbeat, starts it again when it dies. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Endpoints } from '../platform/db/index.ts';
import type { JobReport } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log.ts';
import type { FromWorker } from './worker-messages.ts';

/** The worker as the main process sees it. */
export type WorkerProcess = {
  /** A sentence when the worker is not at work; undefined when it is. */
  findTrouble(): string | undefined;
  readonly pid: number | undefined;
  /** Lets the jobs at work finish (at most 20 s), then ends it. */
  stop(): Promise<void>;
};

const program = new URL('./worker.ts', import.meta.url);
const [shortestPause, longestPause] = [500, 30_000];
// A job may keep the worker's loop busy for a while; a minute without a sign is trouble.
const heartbeatPatience = 60_000;
const stopPatience = 25_000;

/** Starts the worker now, and again (after a growing pause) whenever it ends by itself. */
export function startWorkerProcess(
  endpoints: Endpoints,
  log: Log,
  onJob: (report: JobReport) => void,
): WorkerProcess {
  let child: ChildProcess | undefined;
  let heardAt = 0;
  let isStopping = false;
  let pause = shortestPause;
  let timer: NodeJS.Timeout | undefined;

  function hear(message: FromWorker): void {
    heardAt = Date.now();
    if (message.kind === 'job') onJob(message.report);
    // Whoever lives for a while, or finishes a job, is well: its next death is not held against it.
    if (message.kind !== 'ready') pause = shortestPause;
  }

  function begin(): void {
    heardAt = 0;
    const started = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child = started;
    started.on('message', hear);
    started.on('error', (error) => log.error({ err: error }, 'the worker could not be reached'));
    started.once('exit', (code, signal) => {
      if (isStopping) return;
      log.error({ code, signal, pause }, 'the worker ended; starting it again');
      timer = setTimeout(begin, pause);
      pause = Math.min(pause * 2, longestPause);
    });
    started.send({ kind: 'start', endpoints });
  }

  begin();
  return {
    get pid() {
      return child?.pid;
    },
    findTrouble() {
      if (heardAt === 0) return 'starting';
      return Date.now() - heardAt > heartbeatPatience ? 'no heartbeat' : undefined;
    },
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      const last = child;
      if (!last || last.exitCode !== null || last.signalCode !== null) return;
      await new Promise<void>((resolve) => {
        const kill = setTimeout(() => last.kill('SIGKILL'), stopPatience);
        last.once('exit', () => {
          clearTimeout(kill);
          resolve();
        });
        if (last.connected) last.send({ kind: 'stop' });
        else last.kill('SIGTERM');
      });
    },
  };
}
