/** What the worker does for disclosure: telling subjects whose records left the public, making and destroying exports. */
import type { JobHandlers, Platform, RecurringJob } from '../../platform/index.ts';
import { endExportsOver } from './bulk-export/end.ts';
import { makeExport } from './bulk-export/make.ts';
import { tellOfEnds } from './tell-subjects.ts';

export const disclosureJobs = (platform: Platform): JobHandlers => ({
  'disclosure.tell-of-ends': async () => {
    await tellOfEnds(platform);
  },
  'disclosure.make-export': (payload, context) =>
    makeExport(platform, (payload as { exportId: string }).exportId, context),
  'disclosure.end-exports': async () => {
    await endExportsOver(platform);
  },
});

/** Every day at 08:10 in Shanghai (00:10 UTC), when people are awake to be told; files of exports go within ten minutes. */
export const disclosureRecurring: readonly RecurringJob[] = [
  { name: 'disclosure.tell-of-ends', match: '10 0 * * *' },
  { name: 'disclosure.end-exports', match: '*/10 * * * *' },
];
