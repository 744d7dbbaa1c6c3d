/** Starts the two programs of the transparency log: the witness, and the clerk that keeps and watches the log. */
import { formatVkey } from '../../kernel/tlog/verifier-key.ts';
import { openLogKey } from '../../modules/transparency/index.ts';
import type { Config } from '../../platform/config.ts';
import type { Endpoints } from '../../platform/db/index.ts';
import type { Log } from '../../platform/log.ts';
import { type KeptProcess, keepProcess } from '../child-process.ts';
import type { FromClerk, StartClerk } from './clerk.ts';
import type { StartWitness } from './witness.ts';
import { placeWitness } from './witness-place.ts';

/** Starts both; each is started again when it dies. */
export function startLogProcesses(
  config: Config,
  endpoints: Endpoints,
  log: Log,
  onAlarms: (open: number) => void,
): KeptProcess[] {
  const place = placeWitness(config.dataFolder);
  const logVkey = formatVkey(openLogKey(config.dataFolder).vkey);
  const witness: StartWitness = { kind: 'start', place, logVkey };
  const clerk: StartClerk = { kind: 'start', endpoints, witness: place };
  return [
    keepProcess(new URL('./witness.ts', import.meta.url), witness, log),
    keepProcess<FromClerk>(new URL('./clerk.ts', import.meta.url), clerk, log, (news) => {
      if (news.kind === 'alarms') onAlarms(news.open);
    }),
  ];
}
