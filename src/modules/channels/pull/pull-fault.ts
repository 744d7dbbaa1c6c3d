/** Says which state an error means, and when it is worth another try. */
import type { Problem } from '../../../platform/problem.ts';
import { SourceError, type SourceFault } from '../../../platform/source-database/index.ts';
import type { PullSource } from './pull-source.ts';
import type { PullState } from './pull-states.ts';

/** Something is wrong that the source itself does not call an error. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly state: PullState;
  readonly params: Readonly<Record<string, string>>;

  constructor(state: PullState, params: Readonly<Record<string, string>>) {
    super(state);
    this.state = state;
    this.params = params;
  }
}

const states: Readonly<Record<SourceFault, PullState>> = {
  away: 'source-away',
  credentials: 'credentials-refused',
  slow: 'source-slow',
  'view-missing': 'view-missing',
  'columns-missing': 'columns-missing',
  failed: 'source-failed',
};

/** The state and the harmless parameters of its sentence. A problem of intake means that the unit may not hand in. */
export function faultOf(
  error: SourceError | Fault | Problem,
  { definition }: PullSource,
): { readonly state: PullState; readonly params: Readonly<Record<string, string>> } {
  if (error instanceof Fault) return error;
  if (!(error instanceof SourceError)) return { state: 'item-not-supplied', params: {} };
  const params = {
    code: error.code,
    seconds: String(definition.statementSeconds),
    // The source names one of them in its own words, which may quote more than names.
    columns: Object.keys(definition.columns).join(', '),
  };
  return { state: states[error.fault], params };
}

const MINUTE = 60_000;
/** Only a person can tell whether it is right to go on. */
const waitsForPerson: readonly PullState[] = ['columns-changed', 'watermark-unfit', 'paused'];
/** May pass by itself at any moment; the others wait for somebody to do something, and are looked at once an hour. */
const passes: readonly PullState[] = ['source-away', 'source-slow', 'source-failed'];

/** When it is tried again: after 1, 2, 4 … 60 minutes, or hourly; null: when it is resumed. */
export function nextTry(state: PullState, failures: number, now: Date): Date | null {
  if (waitsForPerson.includes(state)) return null;
  const minutes = passes.includes(state) ? Math.min(2 ** (failures - 1), 60) : 60;
  return new Date(now.getTime() + minutes * MINUTE);
}
