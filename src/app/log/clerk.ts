/** The log clerk: a process that integrates entries as they come and watches database and log for differences. */
import { constants, setPriority } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import {
  findKeys,
  integrate,
  keepKeys,
  type Log,
  logFolderOf,
  openLogFiles,
  openLogKey,
  watch,
} from '../../modules/transparency/index.ts';
import { loadConfig } from '../../platform/config.ts';
import { closeDatabases } from '../../platform/db/index.ts';
import { createLog } from '../../platform/log.ts';
import { logDestination } from '../../platform/log-shipping.ts';
import { beChild, tell } from '../being-child.ts';
import { derivedTables, logSources } from '../log-sources.ts';
import { createPlatform } from '../platform.ts';
import type { StartWorker } from '../worker-messages.ts';
import type { WitnessPlace } from './witness-place.ts';
import { reachWitness } from './witness-socket.ts';

/** The first message to the clerk. */
export type StartClerk = StartWorker & { readonly witness: WitnessPlace };

/** What it tells besides signs of life. */
export type FromClerk = { readonly kind: 'alarms'; readonly open: number };

const idlePause = 1_000;
const firstWatch = 60_000;
const shortestWait = 600_000;
const troublePause = 5_000;

beChild<StartClerk>(async ({ endpoints, witness: { socket, runAs } }) => {
  // Whoever hands in or reads goes first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const config = loadConfig(process.env);
  const log = createLog(config.logLevel, logDestination(config.logTo)).child({ process: 'log-clerk' });
  const platform = await createPlatform(config, endpoints, log, 'log clerk');
  const files = openLogFiles(logFolderOf(config.dataFolder));
  const key = openLogKey(config.dataFolder);
  const stopping = new AbortController();

  /** Reaches the witness anew after each trouble: it may have been started again meanwhile. */
  async function keepLog(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const witness = await reachWitness(socket);
        await keepKeys(files, [key.vkey, witness.vkey]);
        await files.writeWitnessAccount(runAs === undefined ? 'same' : 'own');
        const kept: Log = {
          db: platform.db.app,
          files,
          key,
          witness,
          sources: logSources,
          now: platform.clock.now,
        };
        for (;;) {
          const taken = await integrate(kept);
          if (stopping.signal.aborted) return;
          if (!taken) await pause(idlePause, undefined, { signal: stopping.signal });
        }
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.error({ err: error }, 'the transparency log could not be continued; trying again');
        await pause(troublePause, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  /** One whole comparison after the other; the longer one takes, the longer the next waits, so that it is a tenth of the load. */
  async function keepWatch(): Promise<void> {
    for (let wait = firstWatch; ; ) {
      await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      const begun = Date.now();
      try {
        const [logKey, witnessKey] = await findKeys(files);
        if (logKey && witnessKey) {
          const round = await watch({
            db: platform.db.app,
            files,
            logKey,
            witnessKey,
            sources: logSources,
            derived: derivedTables,
            now: platform.clock.now,
            lines: log,
          });
          tell<FromClerk>({ kind: 'alarms', open: round.differences.length });
        }
      } catch (error) {
        log.error({ err: error }, 'database and log could not be compared; trying again');
      }
      wait = Math.max(shortestWait, 9 * (Date.now() - begun));
    }
  }

  const keeping = Promise.all([keepLog(), keepWatch()]);
  return async () => {
    stopping.abort();
    await keeping;
    await closeDatabases(platform.db);
  };
});
