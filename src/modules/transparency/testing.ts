/** For tests: a log beside a test database, with a witness in the same process. */
import path from 'node:path';
import type { Platform } from '../../platform/index.ts';
import { logFolderOf, openLogFiles } from './log-files.ts';
import { openLogKey, openWitnessKey } from './log-keys.ts';
import type { Watched } from './monitor/watch.ts';
import type { Log } from './sequencer.ts';
import type { DerivedTable, LogSource } from './source.ts';
import { openWitness } from './witness/witness.ts';

/** Log, key and witness in the data folder of the test. */
export function openTestLog(platform: Platform, sources: readonly LogSource[]): Log {
  const { dataFolder } = platform.config;
  const key = openLogKey(dataFolder);
  const folder = path.join(dataFolder, 'witness');
  return {
    db: platform.db.app,
    files: openLogFiles(logFolderOf(dataFolder)),
    key,
    witness: openWitness({
      folder,
      key: openWitnessKey(folder),
      logs: [key.vkey],
      now: () => new Date(),
    }),
    sources,
    now: () => platform.clock.now(),
  };
}

/** What the monitor needs of a test's log. */
export function watchedTest(log: Log, platform: Platform, derived: readonly DerivedTable[] = []): Watched {
  const { db, files, sources, now } = log;
  return {
    db,
    files,
    sources,
    derived,
    now,
    logKey: log.key.vkey,
    witnessKey: log.witness.vkey,
    lines: platform.log,
  };
}
