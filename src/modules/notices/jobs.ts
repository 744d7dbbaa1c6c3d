/** What the worker does for notices: sending those that wait. */
import type { JobHandlers, Platform, RecurringJob } from '../../platform/index.ts';
import { deliverNotices } from './deliver.ts';

export const noticesJobs = (platform: Platform): JobHandlers => ({
  'notices.deliver': async () => {
    await deliverNotices(platform);
  },
});

/** Every five minutes. */
export const noticesRecurring: readonly RecurringJob[] = [{ name: 'notices.deliver', match: '*/5 * * * *' }];
