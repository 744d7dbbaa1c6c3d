/** What the worker does for supervision: the daily self-check. */
import type { JobHandlers, Platform, RecurringJob } from '../../platform/index.ts';
import { runSelfCheck } from './run-self-check.ts';

export const supervisionJobs = (platform: Platform): JobHandlers => ({
  'supervision.self-check': async () => {
    await runSelfCheck(platform);
  },
});

/** Every day at 02:20 in Shanghai (18:20 UTC), after publicity ended at midnight. */
export const supervisionRecurring: readonly RecurringJob[] = [
  { name: 'supervision.self-check', match: '20 18 * * *' },
];
