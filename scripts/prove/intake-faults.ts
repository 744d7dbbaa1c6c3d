/** `npm run prove:intake-faults`: the fault proof at full size; its figures are kept under bench/results. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FULL_PLAN, proveIntakeFaults } from './intake-faults/prove.ts';

const figures = await proveIntakeFaults(FULL_PLAN, (line) => console.log(line));
console.log(JSON.stringify(figures, undefined, 2));
const file = path.join(import.meta.dirname, '../../bench/results/intake-faults.json');
await writeFile(file, `${JSON.stringify({ plan: FULL_PLAN, figures }, undefined, 2)}\n`);
const { told, accepted, expected, lost, doubled, wrongCounts, uploadsLeft, stagingLeft } = figures;
const broken =
  lost + doubled + wrongCounts + uploadsLeft + stagingLeft > 0 || told !== accepted || accepted !== expected;
if (broken) {
  console.error('有接收后丢失或重复的数据。 Something that was accepted was lost or doubled.');
  process.exit(1);
}
