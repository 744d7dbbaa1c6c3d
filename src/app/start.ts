/** Starts the whole platform in order, with a line for each step, and stops it in the opposite order. */
import type { AddressInfo } from 'node:net';
import { destroyKeptUploads } from '../modules/intake/index.ts';
import { eraseListed } from '../modules/persons/index.ts';
import type { Config } from '../platform/config.ts';
import { closeDatabases } from '../platform/db/index.ts';
import { type AlreadyRunning, holdInstanceLock } from '../platform/db/instance-lock.ts';
import { prepareDatabase } from '../platform/db/prepare.ts';
import { createMetrics, type Server } from '../platform/http/index.ts';
import type { Platform } from '../platform/index.ts';
import { createLog } from '../platform/log.ts';
import { logDestination } from '../platform/log-shipping.ts';
import { announce } from './announce.ts';
import { openDatabase } from './database.ts';
import { startDemoSignOn } from './demo/index.ts';
import { loadData } from './load-data.ts';
import { startLogProcesses } from './log/processes.ts';
import { background } from './modules.ts';
import { createPlatform } from './platform.ts';
import { buildApp } from './server.ts';
import { startWorkerProcess } from './worker-process.ts';

/** A platform that answers. */
export type Running = {
  readonly platform: Platform;
  /** Where it answers, such as http://127.0.0.1:8080. */
  readonly address: string;
  /** Ends everything; called twice, it waits for the first. */
  stop(): Promise<void>;
};

// Uploads that are still on their way are cut off then; their senders were not told "accepted".
const requestPatience = 5_000;

type Undo = () => Promise<unknown>;

async function undoAll(undo: Undo[], log: Platform['log']): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop()) {
    await step().catch((error: Error) => log.error({ err: error }, 'a part did not stop cleanly'));
  }
}

async function listen(server: Server, config: Config): Promise<string> {
  await server.listen({ host: config.host, port: config.port });
  const { port } = server.server.address() as AddressInfo;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  return `http://${host}:${port}`;
}

async function closeServer(server: Server): Promise<void> {
  const timer = setTimeout(() => server.server.closeAllConnections(), requestPatience);
  await server.close();
  clearTimeout(timer);
}

async function runBackground(platform: Platform): Promise<void> {
  for (const { name, run } of background) {
    try {
      await run(platform, announce);
    } catch (error) {
      platform.log.error({ err: error, step: name.en }, 'a background step failed');
    }
  }
}

/** The demo brings a sign-on of its own. */
async function withDemoSignOn(platform: Platform, undo: Undo[]): Promise<Platform> {
  const demo = await startDemoSignOn(platform);
  if (!demo) return platform;
  undo.push(demo.stop);
  announce({
    zh: `演示统一认证  ${demo.signOn.issuer}（从登录页“统一认证登录”进入，可选择身份）`,
    en: '(demo sign-on: choose who to be, from the sign-in page)',
  });
  return { ...platform, config: { ...platform.config, signOn: demo.signOn } };
}

const kinds = {
  embedded: { zh: '内置数据库已启动。', en: 'The embedded database runs.' },
  adopted: {
    zh: '接管了上次异常退出后仍在运行的数据库。',
    en: 'Took over the database that a crash had left running.',
  },
  own: { zh: '已连接 DATABASE_URL 所指的数据库。', en: 'Connected to the database of DATABASE_URL.' },
};

/**
 * Database, lock, schema, facts, server, worker; then, in the background, what modules registered.
 * What had been started is stopped again when a later step fails; a database that another platform works on is not.
 * @throws AlreadyRunning, ConfigError, UnfitDatabase, MigrationError … each with a sentence for the reader
 */
export async function start(config: Config, onLost: (error: AlreadyRunning) => void): Promise<Running> {
  const log = createLog(config.logLevel, logDestination(config.logTo));
  const undo: Undo[] = [];
  try {
    const database = await openDatabase(config);
    // Before the lock is ours, a database that was running already may be another platform's.
    if (database.kind === 'embedded') undo.push(database.stop);
    const lock = await holdInstanceLock(database.migrator, `port ${config.port}`, onLost);
    if (database.kind === 'adopted') undo.push(database.stop);
    undo.push(lock.release);
    announce(kinds[database.kind]);
    database.watch((detail) => log.error({ detail }, 'database'));
    const { endpoints, applied } = await prepareDatabase(database.migrator, config.dataFolder);
    if (applied.length > 0)
      announce({ zh: `已执行 ${applied.length} 个迁移。`, en: `Applied ${applied.length} migrations.` });
    const settled = await createPlatform(config, endpoints, log, 'main');
    undo.push(() => closeDatabases(settled.db));
    const platform = await withDemoSignOn(settled, undo);
    await loadData(platform);
    const erased = await eraseListed(platform);
    if (erased > 0) {
      await destroyKeptUploads(platform);
      announce({
        zh: `旧副本带回了 ${erased} 位已删除的自然人，已再次删除。`,
        en: `An older copy had brought back ${erased} erased persons; they were erased again.`,
      });
    }
    const metrics = createMetrics();
    let findWorkerTrouble = (): string | undefined => undefined;
    const server = await buildApp(platform, { metrics, findWorkerTrouble: () => findWorkerTrouble() });
    undo.push(() => closeServer(server));
    const address = await listen(server, config);
    await lock.announce(`port ${new URL(address).port}`);
    if (config.worker) {
      const worker = startWorkerProcess(endpoints, log, metrics.countJob);
      const programs = [worker, ...startLogProcesses(config, endpoints, log, metrics.setAlarms)];
      findWorkerTrouble = () => programs.map((program) => program.findTrouble()).find(Boolean);
      undo.push(() => Promise.all(programs.map((program) => program.stop())));
    }
    announce({ zh: `门户  ${address}/`, en: `(portal; English at ${address}/en/)` });
    void runBackground(platform);
    let stopping: Promise<void> | undefined;
    return {
      platform,
      address,
      stop: () => {
        stopping ??= undoAll(undo, log);
        return stopping;
      },
    };
  } catch (error) {
    await undoAll(undo, log);
    throw error;
  }
}
