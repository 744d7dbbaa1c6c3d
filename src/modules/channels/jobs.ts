/** What the worker does for the ways in: reads departments' databases, looks into the drop folder. */
import type { JobHandlers, Platform, RecurringJob } from '../../platform/index.ts';
import { enqueueLook, watchFolder } from './folder/watch-folder.ts';
import { pullDue, runPull } from './pull/run-pull.ts';

export const channelsJobs = (platform: Platform): JobHandlers => ({
  'channels.pull': async (payload) => {
    await runPull(platform, (payload as { sourceId: string }).sourceId);
  },
  'channels.pull-due': async () => {
    await pullDue(platform);
  },
  'channels.watch-folder': async () => {
    if (platform.config.channels.dropFolder !== undefined) await enqueueLook(platform);
  },
  'channels.look': async () => {
    await watchFolder(platform);
  },
});

/** Every minute. */
export const channelsRecurring: readonly RecurringJob[] = [
  { name: 'channels.pull-due', match: '* * * * *' },
  { name: 'channels.watch-folder', match: '* * * * *' },
];
