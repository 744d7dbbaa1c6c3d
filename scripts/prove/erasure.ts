/** `npm run prove:erasure`: the erasure proof at full size; its figures are kept under bench/results. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ErasurePlan, proveErasure } from './erasure/prove.ts';

const plan: ErasurePlan = { people: 5_000 };
const figures = await proveErasure(plan, (line) => console.log(line));
console.log(JSON.stringify(figures, undefined, 2));
const file = path.join(import.meta.dirname, '../../bench/results/erasure.json');
await writeFile(file, `${JSON.stringify({ plan, figures }, undefined, 2)}\n`);
const { foundBefore, foundAfter, foundStopped, foundAfterCopy, controlFound, erasedAgain, alarms } = figures;
const broken =
  foundAfter + foundStopped + foundAfterCopy + alarms > 0 || !erasedAgain || !foundBefore || !controlFound;
if (broken) {
  console.error(
    '删除后仍有痕迹，或检索未起作用。 Something of the erased person was left, or the search did not work.',
  );
  process.exit(1);
}
