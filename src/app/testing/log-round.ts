/** For tests: one round of the sequencer in a process of its own, killed as by SIGKILL at the step that it is given. */
import { subscribe } from 'node:diagnostics_channel';
import {
  integrate,
  openLogFiles,
  openLogKey,
  openWitness,
  openWitnessKey,
} from '../../modules/transparency/index.ts';
import { closeDatabases, type Endpoints, openDatabases } from '../../platform/db/index.ts';
import { logSources } from '../log-sources.ts';

const { endpoints, dataFolder, killAt } = JSON.parse(process.argv[2] ?? '{}') as {
  endpoints: Endpoints;
  dataFolder: string;
  killAt?: string;
};
subscribe('gongxin.log.step', (message) => {
  if ((message as { step: string }).step === killAt) process.kill(process.pid, 'SIGKILL');
});
const databases = openDatabases(endpoints, { poolSize: 4, name: 'log round' });
const key = openLogKey(dataFolder);
const witnessFolder = `${dataFolder}/witness`;
await integrate({
  db: databases.app,
  files: openLogFiles(`${dataFolder}/log`),
  key,
  witness: openWitness({
    folder: witnessFolder,
    key: openWitnessKey(witnessFolder),
    logs: [key.vkey],
    now: () => new Date(),
  }),
  sources: logSources,
  now: () => new Date(),
});
await closeDatabases(databases);
