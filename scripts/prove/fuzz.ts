/** `npm run prove:fuzz`: eleven minutes of hostile requests at a started platform; figures are kept under bench/results. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { buildApp } from '../../src/app/server.ts';
import { start } from '../../src/app/start.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { fillCity, openCity } from './fuzz/city.ts';
import { FULL_PLAN, proveFuzz } from './fuzz/prove.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'gongxin-fuzz-'));
const settings = {
  GONGXIN_DATA: folder,
  GONGXIN_DEMO: '0',
  PORT: '0',
  GONGXIN_LOG_LEVEL: 'silent',
  GONGXIN_TRUST_PROXY: '127.0.0.1',
};
// The processes beside the server read their settings from the environment.
Object.assign(process.env, settings);
const give = (error: Error) => {
  throw error;
};

const filling = await start(loadConfig({ ...process.env, GONGXIN_WORKER: '0' }), give);
await fillCity(filling.platform);
await filling.stop();

const running = await start(loadConfig(process.env), give);
const load = loadavg()[0]?.toFixed(1);
try {
  // A second one that does not listen says which doors there are.
  const { doors, close, apiDocument } = await buildApp(running.platform).then((server) => ({
    doors: server.doors,
    apiDocument: server.apiDocument(),
    close: () => server.close(),
  }));
  await close();
  const city = await openCity(running.platform, running.address);
  const minutes = Number(process.argv[2] ?? FULL_PLAN.minutes);
  const plan = { ...FULL_PLAN, minutes };
  const figures = await proveFuzz(plan, running.address, { doors, document: apiDocument, city }, (line) =>
    console.log(line),
  );
  console.log(JSON.stringify(figures, undefined, 2));
  const machine = `${availableParallelism()} cores, load ${load} at the start`;
  const file = path.join(import.meta.dirname, '../../bench/results/fuzz.json');
  await writeFile(
    file,
    `${JSON.stringify({ plan: { seed: plan.seed, minutes, atOnce: plan.atOnce }, machine, figures }, undefined, 2)}\n`,
  );
  if (figures.faults.length > 0 || figures.looksWritten !== figures.lawfulLooks) process.exitCode = 1;
} finally {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
}
