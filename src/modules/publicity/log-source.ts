/** The rules of publicity as a source of the transparency log. */
import { type LogSource, stateSource } from '../transparency/index.ts';
import { stateOfPublicity } from './queries.ts';

/** Rules, classes of penalties and own periods, as they stand. */
export const publicitySource: LogSource = stateSource('publicity.rules', stateOfPublicity);
