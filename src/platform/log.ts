/** The log: one JSON line an event on standard output, with no personal data and no query strings. */
import { type DestinationStream, type Logger, pino } from 'pino';

/** Structured log; write ids, codes and counts into it, never names, numbers of persons or file content. */
export type Log = Logger;

/** A log at `level`; in a terminal the launcher's own lines are enough, so `warn` and above go there too. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    // A second line of defence: nobody should log these, and if somebody does, they do not come out.
    redact: { paths: ['password', 'secret', '*.password', '*.secret', 'headers', '*.headers'], censor: '…' },
  };
  return destination ? pino(options, destination) : pino(options);
}
