/** Intake's jobs: process what was acknowledged, close what is settled, and sweep what nobody needs any more. */
import type { JobHandlers, Platform, RecurringJob } from '../../platform/index.ts';
import { closeSubmission } from './close-submission.ts';
import { processSubmission } from './process-submission.ts';
import { sweepFiles } from './sweep-files.ts';

/** What the worker does for intake. */
export const intakeJobs = (platform: Platform): JobHandlers => ({
  'intake.process': async (payload, { attempt }) => {
    await processSubmission(platform, (payload as { submissionId: string }).submissionId, attempt);
  },
  'intake.close': async (payload) => {
    const { submissionId, checkedFindings } = payload as { submissionId: string; checkedFindings: number };
    await closeSubmission(platform, submissionId, checkedFindings);
  },
  'intake.sweep': async () => {
    await sweepFiles(platform);
  },
});

/** Every night at 03:20 in Shanghai (19:20 UTC). */
export const intakeRecurring: readonly RecurringJob[] = [{ name: 'intake.sweep', match: '20 19 * * *' }];
