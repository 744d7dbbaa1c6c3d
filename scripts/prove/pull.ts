/** `npm run prove:pull`: the proof of pulling at full size; its figures are kept under bench/results. */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { FULL_PLAN, provePull } from './pull/prove.ts';
import { openProofWorld } from './pull/world.ts';

const results = await provePull(FULL_PLAN, openProofWorld, (line) => console.log(line));
console.log(JSON.stringify(results, undefined, 2));
const machine = {
  cpus: cpus().length,
  load: loadavg().map((one) => Number(one.toFixed(1))),
  node: process.version,
};
const file = path.join(import.meta.dirname, '../../bench/results/pull.json');
await writeFile(file, `${JSON.stringify({ machine, plan: FULL_PLAN, results }, undefined, 2)}\n`);
if (results.some(({ equal, lost, doubled }) => !equal || lost + doubled > 0)) {
  console.error('与一次未中断的运行不一致。 The result is not that of one undisturbed run.');
  process.exit(1);
}
