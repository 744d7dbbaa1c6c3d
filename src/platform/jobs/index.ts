/** Jobs: work that is put down in the business transaction and done later by the worker process, at least once. */
import { EventEmitter } from 'node:events';
import { parseCronItems, run, runOnce, type Task, type TaskList, type WorkerEvents } from 'graphile-worker';
import { type Db, raw, sql, type Tx } from '../db/index.ts';
import type { Log } from '../log.ts';
import { loggerOn } from './logger.ts';

/** What a handler is told besides its payload. */
export type JobContext = {
  readonly jobId: string;
  /** 1 on the first run. */
  readonly attempt: number;
  /** Whether no further attempt follows when this one fails. */
  readonly isLastAttempt: boolean;
  /** Aborted when the worker is stopping. */
  readonly signal: AbortSignal;
};

/** Does one job; must be idempotent, since a job that was cut off is done again. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** A job that the clock enqueues; `match` is a cron pattern in UTC (graphile-worker's crontab). */
export type RecurringJob = { readonly name: string; readonly match: string };

export type EnqueueOptions = {
  /** A job with the same key that has not begun is replaced instead of doubled. */
  readonly key?: string;
  readonly runAt?: Date;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
  /** Default 25, with growing pauses (about three days in all). */
  readonly maxAttempts?: number;
};

/** One job ended; `outcome` 'retry' when another attempt follows. */
export type JobReport = {
  readonly name: string;
  readonly outcome: 'done' | 'retry' | 'failed';
  readonly seconds: number;
};

export type WorkerOptions = {
  readonly concurrency: number;
  readonly recurring?: readonly RecurringJob[];
  readonly onJob?: (report: JobReport) => void;
};

export type Jobs = {
  /** Puts a job down in the caller's transaction: it is there exactly when the business is. No personal data in the payload. */
  enqueue(
    tx: Tx,
    name: string,
    payload: Readonly<Record<string, unknown>>,
    options?: EnqueueOptions,
  ): Promise<void>;
  /** Starts working; there must be only one worker process an installation (it frees the jobs of a dead one). */
  startWorker(handlers: JobHandlers, options: WorkerOptions): Promise<RunningWorker>;
  /** Does all jobs that are due, then returns (tests, command line). @throws the first error of a handler */
  runPending(handlers: JobHandlers): Promise<void>;
};

export type RunningWorker = {
  /** Takes no more jobs, lets those at work finish. */
  stop(): Promise<void>;
  /** Settles when the worker has ended, by `stop` or by itself. */
  readonly ended: Promise<void>;
};

function taskOf(handler: JobHandler): Task {
  return (payload, helpers) =>
    handler(payload, {
      jobId: helpers.job.id,
      attempt: helpers.job.attempts,
      isLastAttempt: helpers.job.attempts >= helpers.job.max_attempts,
      signal: helpers.abortSignal ?? new AbortController().signal,
    });
}

function tasksOf(handlers: JobHandlers): TaskList {
  return Object.fromEntries(Object.entries(handlers).map(([name, handler]) => [name, taskOf(handler)]));
}

/** graphile-worker waits four hours before it believes that a killed worker is dead; as the only one, we know at once. */
async function freeJobsOfTheDead(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query(
      raw(`select graphile_worker.force_unlock_workers(array(
      select locked_by from graphile_worker._private_jobs where locked_by is not null
      union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`),
    );
  });
}

function reportOn(events: WorkerEvents, onJob: (report: JobReport) => void): void {
  const begun = new Map<string, number>();
  events.on('job:start', ({ job }) => begun.set(job.id, performance.now()));
  events.on('job:complete', ({ job, error }) => {
    const seconds = (performance.now() - (begun.get(job.id) ?? performance.now())) / 1000;
    begun.delete(job.id);
    const outcome = !error ? 'done' : job.attempts >= job.max_attempts ? 'failed' : 'retry';
    onJob({ name: job.task_identifier, outcome, seconds });
  });
}

/** The jobs of one database, for the role gx_app. */
export function openJobs(db: Db, log: Log): Jobs {
  return {
    async enqueue(tx, name, payload, options = {}) {
      await tx.query(sql`select from graphile_worker.add_job(
        ${name}::text, ${JSON.stringify(payload)}::json, queue_name => ${options.queue ?? null}::text,
        run_at => ${options.runAt ?? null}::timestamptz, max_attempts => ${options.maxAttempts ?? null}::int,
        job_key => ${options.key ?? null}::text)`);
    },

    async startWorker(handlers, options) {
      await freeJobsOfTheDead(db);
      const events: WorkerEvents = new EventEmitter();
      if (options.onJob) reportOn(events, options.onJob);
      const runner = await run({
        pgPool: db.pool,
        taskList: tasksOf(handlers),
        concurrency: options.concurrency,
        // Signals are the launcher's business.
        noHandleSignals: true,
        // Given even when empty: otherwise a file named "crontab" in the working folder would be read.
        parsedCronItems: parseCronItems(
          (options.recurring ?? []).map(({ name, match }) => ({ task: name, match, identifier: name })),
        ),
        logger: loggerOn(log),
        events,
        pollInterval: 1_000,
      });
      return { stop: () => runner.stop(), ended: runner.promise };
    },

    async runPending(handlers) {
      const events: WorkerEvents = new EventEmitter();
      const errors: unknown[] = [];
      events.on('job:error', ({ error }) => errors.push(error));
      await runOnce({
        pgPool: db.pool,
        taskList: tasksOf(handlers),
        noHandleSignals: true,
        logger: loggerOn(log),
        events,
        parsedCronItems: [],
      });
      if (errors.length > 0) throw errors[0];
    },
  };
}
