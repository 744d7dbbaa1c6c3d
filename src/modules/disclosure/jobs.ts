/** What the worker does for disclosure: telling subjects whose records left the public. */
import type { JobHandlers, Platform, RecurringJob } from '../../platform/index.ts';
import { tellOfEnds } from './tell-subjects.ts';

export const disclosureJobs = (platform: Platform): JobHandlers => ({
  'disclosure.tell-of-ends': async () => {
    await tellOfEnds(platform);
  },
});

/** Every day at 08:10 in Shanghai (00:10 UTC), when people are awake to be told. */
export const disclosureRecurring: readonly RecurringJob[] = [
  { name: 'disclosure.tell-of-ends', match: '10 0 * * *' },
];
