/** The rules of law as a source of the transparency log. */
import { type LogSource, stateSource } from '../transparency/index.ts';
import { stateOfLaw } from './queries.ts';

/** Instruments, articles, time limits and calendars, as they stand. */
export const lawSource: LogSource = stateSource('law.rules', stateOfLaw);
