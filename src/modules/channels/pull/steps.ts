/** The steps of reading a source, told to whoever listens: the proof kills at each of them. */
import { channel } from 'node:diagnostics_channel';

export const PULL_STEPS = ['run-begun', 'page-asked', 'page-read', 'place-moved', 'run-ended'] as const;

const steps = channel('gongxin.channels.step');

export function tellStep(step: (typeof PULL_STEPS)[number]): void {
  if (steps.hasSubscribers) steps.publish({ step });
}
