/** Runs benches by name and keeps their figures under bench/results; ratios within one run are what counts. */
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { benchIntake } from './intake.ts';
import { benchLog } from './log.ts';
import { benchNameSearch } from './name-search.ts';
import { benchPortal } from './portal.ts';
import { benchRecordScope } from './record-scope.ts';
import { benchStaging } from './staging.ts';
import { type BenchWorld, openBenchWorld } from './world.ts';

/** A bench measures in a world of its own and gives its figures as plain data. */
export type Bench = (world: BenchWorld, say: (line: string) => void) => Promise<Record<string, unknown>>;

const benches: Readonly<Record<string, Bench>> = {
  intake: benchIntake,
  log: benchLog,
  'name-search': benchNameSearch,
  portal: benchPortal,
  'record-scope': benchRecordScope,
  staging: benchStaging,
};

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(benches);
const unknown = names.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`没有这个测量:${unknown.join(', ')}。可用:${Object.keys(benches).join(', ')}。`);
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}
for (const name of names) {
  console.log(`\n${name}`);
  const world = await openBenchWorld();
  try {
    console.log(`  ${JSON.stringify(world.settings)}`);
    const figures = await (benches[name] as Bench)(world, (line) => console.log(`  ${line}`));
    const machine = {
      cpus: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      node: process.version,
    };
    const result = { bench: name, machine, settings: world.settings, figures };
    const file = path.join(import.meta.dirname, 'results', `${name}.json`);
    await writeFile(file, `${JSON.stringify(result, undefined, 2)}\n`);
  } finally {
    await world.close();
  }
}
