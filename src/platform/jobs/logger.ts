/** graphile-worker's messages in our log, and nowhere when nobody asked for them. */
import { Logger } from 'graphile-worker';
import type { Log } from '../log.ts';

/** Says nothing. */
export const quietLogger = new Logger(() => () => undefined);

/** Passes warnings and errors on; what every job does is said by the handlers themselves. Payloads are never logged. */
export function loggerOn(log: Log): Logger {
  return new Logger((scope) => (level, message) => {
    const fields = { worker: scope.workerId, task: scope.taskIdentifier, job: scope.jobId };
    if (level === 'error') log.error(fields, message);
    else if (level === 'warning') log.warn(fields, message);
    else log.trace(fields, message);
  });
}
