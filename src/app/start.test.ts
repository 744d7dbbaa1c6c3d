/** Starting and stopping the whole program: crashes, second starts and signals, on a real data folder. */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { destroyEmbeddedServer } from '../platform/postgres/index.ts';
import { choosePlaces } from '../platform/postgres/places.ts';
import { exists } from '../platform/postgres/postmaster.ts';
import { testDatabase } from '../platform/testing.ts';
import { createPlatform } from './platform.ts';

const program = path.join(import.meta.dirname, '..', 'main.ts');
// Whole programs start here; a machine busy with other test files takes its time.
vi.setConfig({ testTimeout: 60_000 });

let dataFolder: string;
let last: Launched | undefined;

type Launched = {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Exit code or signal. */
  readonly ended: Promise<number | string | null>;
};

function launch(): Launched {
  const child = fork(program, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      GONGXIN_DATA: dataFolder,
      GONGXIN_DEMO: '0',
      PORT: '0',
      GONGXIN_LOG_LEVEL: 'error',
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
  const ended = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  last = { child, said: () => said, ended };
  return last;
}

async function until<T>(find: () => T | undefined | Promise<T | undefined>, what: string): Promise<T> {
  const deadline = performance.now() + 50_000;
  while (performance.now() < deadline) {
    const found = await find();
    if (found !== undefined) return found;
    await pause(50);
  }
  throw new Error(`waited in vain for ${what}; the program said: ${last?.said()}`);
}

const address = ({ said }: Launched) =>
  until(() => /http:\/\/127\.0\.0\.1:\d+/.exec(said())?.[0], 'an address');

async function readiness(base: string): Promise<string> {
  const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
  return answer?.ok ? 'ready' : ((await answer?.text()) ?? 'no answer');
}

const ready = (base: string) =>
  until(async () => ((await readiness(base)) === 'ready' ? true : undefined), 'readiness');

function postmaster(): number {
  return Number(
    readFileSync(path.join(choosePlaces(dataFolder).cluster, 'postmaster.pid'), 'utf8').split('\n')[0],
  );
}

function childrenOf(pid: number | undefined): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
}

function workerOf({ child }: Launched): number {
  const isWorker = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('worker.ts');
  return childrenOf(child.pid).find(isWorker) ?? 0;
}

const gone = (pid: number, what: string) =>
  until(() => (exists(pid) ? undefined : true), `the end of ${what}`);

beforeAll(async () => {
  dataFolder = await mkdtemp(path.join(inject('testServer').folder, 'start-'));
});
afterAll(async () => {
  last?.child.kill('SIGKILL');
  await destroyEmbeddedServer(dataFolder);
});

let first: Launched;
let base: string;

test('starts on an empty folder; worker and database are there', async () => {
  first = launch();
  base = await address(first);
  await ready(base);
});

test('a second start is told where the first runs, ends with 3, and touches nothing', async () => {
  const before = postmaster();
  const second = launch();
  expect(await second.ended).toBe(3);
  expect(second.said()).toContain(`already running on port ${new URL(base).port}`);
  expect(second.said()).toContain('已在端口');
  expect(await readiness(base)).toBe('ready');
  expect(postmaster()).toBe(before);
});

test('a worker that was killed is started again', async () => {
  const before = workerOf(first);
  process.kill(before, 'SIGKILL');
  await until(() => (workerOf(first) > 0 && workerOf(first) !== before ? true : undefined), 'another worker');
  await ready(base);
});

test('a database that was killed is started again under the running program', async () => {
  const before = postmaster();
  process.kill(before, 'SIGKILL');
  await until(() => (postmaster() !== before ? true : undefined), 'another database server');
  await ready(base);
});

test('killed outright, it leaves the database to the next start, which takes it over', async () => {
  const [worker, server] = [workerOf(first), postmaster()];
  first.child.kill('SIGKILL');
  await first.ended;
  await gone(worker, 'the worker');
  expect(exists(server)).toBe(true);
  const next = launch();
  await ready(await address(next));
  expect(next.said()).toContain('接管');
  expect(postmaster()).toBe(server);
});

test('when its launcher dies, program, worker and database end by themselves', async () => {
  const running = last as Launched;
  const [worker, server] = [workerOf(running), postmaster()];
  running.child.disconnect();
  expect(await running.ended).toBe(0);
  await gone(worker, 'the worker');
  await gone(server, 'the database');
});

test('SIGTERM ends everything cleanly, and the next start finds no recovery to do', async () => {
  const running = launch();
  await ready(await address(running));
  const [worker, server] = [workerOf(running), postmaster()];
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
  await gone(worker, 'the worker');
  await gone(server, 'the database');
  expect(readFileSync(choosePlaces(dataFolder).logFile, 'utf8').trimEnd()).toMatch(
    /database system is shut down$/,
  );
});

test('a port that is taken is told, and the database that came up for it goes down again', async () => {
  const { createServer } = await import('node:net');
  const taken = createServer().listen(0, '127.0.0.1');
  await until(() => taken.address() ?? undefined, 'a port');
  const { port } = taken.address() as { port: number };
  const refused = fork(program, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      GONGXIN_DATA: dataFolder,
      GONGXIN_DEMO: '0',
      PORT: String(port),
      GONGXIN_LOG_LEVEL: 'error',
    },
  });
  let said = '';
  refused.stderr?.on('data', (chunk) => (said += chunk));
  expect(await new Promise((resolve) => refused.once('exit', resolve))).toBe(1);
  taken.close();
  expect(said).toContain(`Port ${port} is taken`);
  expect(() => postmaster()).toThrow(/ENOENT/);
});

test('a database that fixes the date is refused outside tests', async () => {
  const world = await testDatabase();
  const config = { ...world.platform.config, testing: false };
  await expect(createPlatform(config, world.endpoints, world.platform.log, 'test')).rejects.toThrow(
    /2026-11-18.*only tests/s,
  );
  await world.close();
});
