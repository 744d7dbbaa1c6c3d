/** The worker process: does the jobs beside the server, so that reading a large file never keeps a page waiting. */
import { loadConfig } from '../platform/config.ts';
import { closeDatabases } from '../platform/db/index.ts';
import type { JobHandlers } from '../platform/index.ts';
import { createLog } from '../platform/log.ts';
import { logDestination } from '../platform/log-shipping.ts';
import { beChild, tell } from './being-child.ts';
import { handlers, recurring } from './modules.ts';
import { createPlatform } from './platform.ts';
import type { FromWorker, StartWorker } from './worker-messages.ts';

beChild<StartWorker>(async ({ endpoints }) => {
  const config = loadConfig(process.env);
  const log = createLog(config.logLevel, logDestination(config.logTo)).child({ process: 'worker' });
  const platform = await createPlatform(config, endpoints, log, 'worker');
  const all: JobHandlers = Object.assign({}, ...handlers.map((make) => make(platform)));
  const worker = await platform.jobs.startWorker(all, {
    concurrency: config.workerConcurrency,
    recurring,
    onJob: (report) => tell<FromWorker>({ kind: 'job', report }),
  });
  return async () => {
    await worker.stop();
    await closeDatabases(platform.db);
  };
});
