/** The worker of the proof as a process of its own: reads sources and settles, until it kills itself where it is told to. */
import { subscribe } from 'node:diagnostics_channel';
import { setTimeout as pause } from 'node:timers/promises';
import { createPlatform } from '../../../src/app/platform.ts';
import { channelsJobs } from '../../../src/modules/channels/jobs.ts';
import { pullDue } from '../../../src/modules/channels/pull/run-pull.ts';
import { intakeJobs } from '../../../src/modules/intake/jobs.ts';
import { loadConfig } from '../../../src/platform/config.ts';
import { type Endpoints, sql } from '../../../src/platform/db/index.ts';
import { createLog } from '../../../src/platform/log.ts';

/** What the worker is told. */
export type WorkerOrder = {
  readonly endpoints: Endpoints;
  readonly env: Readonly<Record<string, string>>;
  /** It dies when it reaches this step for the `times`th time. */
  readonly killAt?: { readonly step: string; readonly times: number };
  /** It dies so long after its first step. */
  readonly killAfterMs?: number;
};

const order = JSON.parse(process.argv[2] ?? '') as WorkerOrder;
const die = () => process.kill(process.pid, 'SIGKILL');
let [seen, isCounting] = [0, false];
function heard(message: unknown): void {
  const { step } = message as { step: string };
  if (order.killAfterMs !== undefined && !isCounting) {
    isCounting = true;
    setTimeout(die, order.killAfterMs);
  }
  if (step === order.killAt?.step && ++seen === order.killAt.times) die();
}
subscribe('gongxin.channels.step', heard);
subscribe('gongxin.intake.step', heard);

const platform = await createPlatform(loadConfig(order.env), order.endpoints, createLog('silent'), 'pull');
const news = { 'submission-settled': async () => undefined };
await platform.jobs.startWorker(
  { ...intakeJobs(platform), ...channelsJobs(platform), ...news },
  { concurrency: 2 },
);
// Time passes quickly here: whatever waits for its next time is due at once.
for (;;) {
  await platform.db.app.query(
    sql`update channels.pull_source set next_run_at = ${platform.clock.now()} where state <> 'running' and next_run_at is not null`,
  );
  await pullDue(platform);
  await pause(50);
}
