/** `npm run prove:basis`: 100,000 decisions without a sufficient basis; its figures are kept under bench/results. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FULL_PLAN, proveBasisApart } from './basis/prove.ts';

const figures = await proveBasisApart(FULL_PLAN, (line) => console.log(line));
console.log(JSON.stringify(figures, undefined, 2));
const file = path.join(import.meta.dirname, '../../bench/results/basis.json');
await writeFile(file, `${JSON.stringify({ plan: FULL_PLAN, figures }, undefined, 2)}\n`);
if (figures.faults.length > 0 || figures.without.judged < 100_000) {
  console.error(
    '依据不足的数据没有全部按规则拒收。 Not everything without a sufficient basis was refused by its rule.',
  );
  process.exit(1);
}
