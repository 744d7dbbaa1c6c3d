/** The worker process: does the jobs beside the server, so that reading a large file never keeps a page waiting. */
import { loadConfig } from '../platform/config.ts';
import { closeDatabases, type Endpoints } from '../platform/db/index.ts';
import type { JobHandlers } from '../platform/index.ts';
import { createLog } from '../platform/log.ts';
import { handlers, recurring } from './modules.ts';
import { createPlatform } from './platform.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const heartbeatPause = 5_000;
// A stop that hangs would keep the whole platform from stopping; the job is done again at the next start.
const stopPatience = 20_000;

function tell(message: FromWorker): void {
  if (process.connected) process.send?.(message);
}

async function work(endpoints: Endpoints): Promise<() => Promise<void>> {
  const config = loadConfig(process.env);
  const log = createLog(config.logLevel).child({ process: 'worker' });
  const platform = await createPlatform(config, endpoints, log, 'worker');
  const all: JobHandlers = Object.assign({}, ...handlers.map((make) => make(platform)));
  const worker = await platform.jobs.startWorker(all, {
    concurrency: config.workerConcurrency,
    recurring,
    onJob: (report) => tell({ kind: 'job', report }),
  });
  const heart = setInterval(() => tell({ kind: 'heartbeat' }), heartbeatPause);
  tell({ kind: 'ready' });
  return async () => {
    clearInterval(heart);
    await worker.stop();
    await closeDatabases(platform.db);
  };
}

let working: Promise<() => Promise<void>> | undefined;
let isEnding = false;

async function end(): Promise<void> {
  // A signal to the whole group and the main process's own message may both come.
  if (isEnding) return;
  isEnding = true;
  setTimeout(() => process.exit(1), stopPatience).unref();
  const stop = await working;
  await stop?.();
  process.exit(0);
}

process.on('message', (message: ToWorker) => {
  if (message.kind === 'stop') void end();
  else working ??= work(message.endpoints);
});
// Ctrl-C reaches the whole group; the main process decides when the worker stops. Its death is told by 'disconnect'.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void end());
process.on('disconnect', () => void end());
