/** The platform as modules receive it. */
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Databases } from './db/index.ts';
import type { FileStore } from './file-store.ts';
import type { Jobs } from './jobs/index.ts';
import type { Log } from './log.ts';

/** Everything technical that a verb may need; app/ makes it once a process, tests make it by testDatabase(). */
export type Platform = {
  readonly config: Config;
  readonly db: Databases;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly jobs: Jobs;
  readonly log: Log;
};

export type { Actor, Permission } from './actor.ts';
export type { Clock } from './clock.ts';
export type { Config } from './config.ts';
export type { Databases, Db, Queryable, Tx } from './db/index.ts';
export type { FileStore, StoredFile } from './file-store.ts';
export type { JobHandler, JobHandlers, Jobs, RecurringJob } from './jobs/index.ts';
export type { Language, Words } from './language.ts';
export type { Log } from './log.ts';
export { Problem, type ProblemDefinition } from './problem.ts';
