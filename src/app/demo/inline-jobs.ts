// Runs jobs where they are enqueued instead of putting them down for the worker, with the clock of the day they belong to.

import { civilDateAt } from '../../platform/clock.ts';
import type { Clock, JobHandlers, Jobs, Platform } from '../../platform/index.ts';

/** A clock that is set by hand. */
export interface SetClock extends Clock {
  set(instant: Date): void;
}

/** A clock that stands still until it is set again. */
export function setClock(instant: Date): SetClock {
  let now = instant;
  return {
    now: () => new Date(now),
    today: () => civilDateAt(now),
    set(next) {
      now = next;
    },
  };
}

interface Planned {
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A platform whose jobs wait in memory until `work` is called, with a clock of its own. */
export interface InlinePlatform {
  readonly platform: Platform;
  readonly clock: SetClock;
  /**
   * Does the waiting jobs and those that they enqueue. Jobs whose name `isLater` accepts are kept back, one of each
   * name, unit and item, until `workLater`.
   */
  work(handlers: JobHandlers): Promise<void>;
  workLater(handlers: JobHandlers): Promise<void>;
}

const context = () => ({
  jobId: 'inline',
  attempt: 1,
  isLastAttempt: true,
  signal: new AbortController().signal,
});

async function run({ name, payload }: Planned, handlers: JobHandlers): Promise<void> {
  const handler = handlers[name];
  if (!handler) throw new Error(`nobody does the job ${name}`);
  await handler(payload, context());
}

/** Makes such a platform on the pools and files of another. */
export function inlinePlatform(base: Platform, isLater: (name: string) => boolean): InlinePlatform {
  const waiting: Planned[] = [];
  const later = new Map<string, Planned>();
  const clock = setClock(base.clock.now());
  const jobs: Jobs = {
    ...base.jobs,
    async enqueue(_tx, name, payload) {
      if (!isLater(name)) waiting.push({ name, payload });
      else later.set(`${name} ${payload['unit']} ${payload['item']}`, { name, payload });
    },
  };
  return {
    platform: { ...base, clock, jobs },
    clock,
    async work(handlers) {
      for (let job = waiting.shift(); job; job = waiting.shift()) await run(job, handlers);
    },
    async workLater(handlers) {
      for (const job of later.values()) await run(job, handlers);
      later.clear();
    },
  };
}
