/** The log: one JSON line an event on standard output, with no personal data and no query strings. */
import { type DestinationStream, type Logger, pino } from 'pino';

/** Structured log; write ids, codes and counts into it, never names, numbers of persons or file content. */
export type Log = Logger;

// PostgreSQL tells in these what stood in the row: keys of a broken constraint, the line of a COPY.
const tellsValues = ['detail', 'where', 'internalQuery', 'hint'] as const;

/** An error without what it says of values; its message and stack stay. */
function serializeError(error: Error): Record<string, unknown> {
  const told = pino.stdSerializers.err(error) as unknown as Record<string, unknown>;
  const { raw: _, ...kept } = told;
  for (const member of tellsValues) delete kept[member];
  return kept;
}

/** A log at `level`; in a terminal the launcher's own lines are enough, so `warn` and above go there too. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: serializeError },
    formatters: { level: (label: string) => ({ level: label }) },
    // A second line of defence: nobody should log these, and if somebody does, they do not come out.
    redact: { paths: ['password', 'secret', '*.password', '*.secret', 'headers', '*.headers'], censor: '…' },
  };
  return destination ? pino(options, destination) : pino(options);
}
