/** The named steps of a round of the sequencer, told on a diagnostics channel as each is reached. */
import { channel } from 'node:diagnostics_channel';

/** In order. The crash test kills a sequencer at each of them; an operator may trace them. */
export const SEQUENCER_STEPS = [
  'begun',
  'computed',
  'placed',
  'tiles-written',
  'signed',
  'cosigned',
  'published',
] as const;

export type SequencerStep = (typeof SEQUENCER_STEPS)[number];

const steps = channel('gongxin.log.step');

/** Tells that a step was reached; costs nothing when nobody listens. */
export function reached(step: SequencerStep): void {
  if (steps.hasSubscribers) steps.publish({ step });
}
