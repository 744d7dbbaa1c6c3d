/** What the worker does for the collection list: the daily round. */
import type { JobHandlers, Platform, RecurringJob } from '../../platform/index.ts';
import { runCollectionRound } from './remind.ts';

export const collectionJobs = (platform: Platform): JobHandlers => ({
  'collection.round': async () => {
    await runCollectionRound(platform);
  },
});

/** Every day at 06:10 in Shanghai (22:10 UTC), before offices open. */
export const collectionRecurring: readonly RecurringJob[] = [
  { name: 'collection.round', match: '10 22 * * *' },
];
