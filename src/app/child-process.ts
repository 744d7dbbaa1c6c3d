/** Keeps one program of ours alive beside the server: starts it, hears it, starts it again when it dies. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Log } from '../platform/log.ts';

/** A program beside the server as the main process sees it. */
export type KeptProcess = {
  /** A sentence when it is not at work; undefined when it is. */
  findTrouble(): string | undefined;
  readonly pid: number | undefined;
  /** Lets what is at work finish (at most 20 s), then ends it. */
  stop(): Promise<void>;
};

const [shortestPause, longestPause] = [500, 30_000];
// Work may keep the program's loop busy for a while; a minute without a sign is trouble.
const heartbeatPatience = 60_000;
const stopPatience = 25_000;

/** What any program says of itself besides its own news. */
export type Sign = { readonly kind: 'ready' } | { readonly kind: 'heartbeat' };

/**
 * Starts the program now, and again (after a growing pause) whenever it ends by itself. It gets `start` as its first
 * message and `{ kind: 'stop' }` as its last.
 */
export function keepProcess<News extends { readonly kind: string }>(
  program: URL,
  start: object,
  log: Log,
  hear: (news: Sign | News) => void = () => undefined,
): KeptProcess {
  const name = program.pathname.split('/').at(-1);
  let child: ChildProcess | undefined;
  let heardAt = 0;
  let isStopping = false;
  let pause = shortestPause;
  let timer: NodeJS.Timeout | undefined;

  function begin(): void {
    heardAt = 0;
    const started = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child = started;
    started.on('message', (news: Sign | News) => {
      heardAt = Date.now();
      hear(news);
      // Whoever lives for a while, or finishes something, is well: its next death is not held against it.
      if (news.kind !== 'ready') pause = shortestPause;
    });
    started.on('error', (error) => log.error({ err: error, name }, 'a program could not be reached'));
    started.once('exit', (code, signal) => {
      if (isStopping) return;
      log.error({ code, signal, pause, name }, 'a program ended; starting it again');
      timer = setTimeout(begin, pause);
      pause = Math.min(pause * 2, longestPause);
    });
    started.send(start);
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
