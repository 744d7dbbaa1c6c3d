/** The named steps of a submission's processing, told on a diagnostics channel as each is reached. */
import { channel } from 'node:diagnostics_channel';

/** In order. The fault proof kills the worker at each of them; an operator may trace them. */
export const PROCESSING_STEPS = [
  'opened',
  'staging-made',
  'rows-staged',
  'staged',
  'settlement-begun',
  'subjects-resolved',
  'records-appended',
  'settlement-written',
  'settled',
  'findings-file-written',
  'source-destroyed',
  'closed',
] as const;

export type ProcessingStep = (typeof PROCESSING_STEPS)[number];

const steps = channel('gongxin.intake.step');

/** Tells that a step was reached; costs nothing when nobody listens. */
export function reached(step: ProcessingStep, submissionId: string): void {
  if (steps.hasSubscribers) steps.publish({ step, submissionId });
}
