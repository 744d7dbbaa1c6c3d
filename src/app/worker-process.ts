/** Keeps one worker process alive beside the server, and passes on what it says of its jobs. */
import type { Endpoints } from '../platform/db/index.ts';
import type { JobReport } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log.ts';
import { type KeptProcess, keepProcess } from './child-process.ts';
import type { FromWorker, StartWorker } from './worker-messages.ts';

/** Starts the worker now, and again whenever it ends by itself. */
export function startWorkerProcess(
  endpoints: Endpoints,
  log: Log,
  onJob: (report: JobReport) => void,
): KeptProcess {
  const start: StartWorker = { kind: 'start', endpoints };
  return keepProcess<FromWorker>(new URL('./worker.ts', import.meta.url), start, log, (news) => {
    if (news.kind === 'job') onJob(news.report);
  });
}
