/** `npm run prove:disclosures`: the count of looks at full size; its figures are kept under bench/results. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FULL_PLAN, proveDisclosures } from './disclosures/prove.ts';

const figures = await proveDisclosures(FULL_PLAN, (line) => console.log(line));
console.log(JSON.stringify(figures, undefined, 2));
const file = path.join(import.meta.dirname, '../../bench/results/disclosures.json');
await writeFile(file, `${JSON.stringify({ plan: FULL_PLAN, figures }, undefined, 2)}\n`);
if (figures.differences > 0 || figures.uncounted > 0 || figures.requests < FULL_PLAN.requests) {
  console.error('查看、访问记录与日志条目数目不一致。 Looks, access rows and log leaves do not agree.');
  process.exit(1);
}
