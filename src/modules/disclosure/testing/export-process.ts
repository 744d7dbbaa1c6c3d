/** For tests: makes an export in a process of its own, killed as by SIGKILL at the step and part that it is given. */
import { subscribe } from 'node:diagnostics_channel';
import { fixedClock } from '../../../platform/clock.ts';
import { loadConfig } from '../../../platform/config.ts';
import { closeDatabases, type Endpoints, openDatabases } from '../../../platform/db/index.ts';
import { openFileStore } from '../../../platform/file-store.ts';
import { openJobs } from '../../../platform/jobs/index.ts';
import { createLog } from '../../../platform/log.ts';
import { makeExport } from '../bulk-export/make.ts';

const { endpoints, dataFolder, today, exportId, killAt } = JSON.parse(process.argv[2] ?? '{}') as {
  endpoints: Endpoints;
  dataFolder: string;
  today: string;
  exportId: string;
  killAt?: { step: string; part: number };
};
subscribe('gongxin.bulk-export.step', (message) => {
  const { step, part } = message as { step: string; part: number };
  if (step === killAt?.step && part === killAt.part) process.kill(process.pid, 'SIGKILL');
});
const config = loadConfig({ GONGXIN_DATA: dataFolder, GONGXIN_TESTING: '1', GONGXIN_DEMO: '0' });
const db = openDatabases(endpoints, { poolSize: 4, name: 'export' });
const log = createLog('silent');
const files = openFileStore(dataFolder);
const clock = fixedClock(today);
await makeExport({ config, db, clock, files, jobs: openJobs(db.app, log), log }, exportId, {
  isLastAttempt: false,
});
await closeDatabases(db);
