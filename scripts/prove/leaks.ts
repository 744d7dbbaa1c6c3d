/** `npm run prove:leaks`: the personal-data firewall at full size; its figures are kept under bench/results. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { businessScopes, registryFile } from './leaks/business-scopes.ts';
import { proveLeaks } from './leaks/prove.ts';

const honest = businessScopes();
if (honest === undefined) console.log(`skipped: honest texts (${registryFile} is not here)`);
const figures = proveLeaks(100_000, 2026, honest ?? []);
console.log(JSON.stringify(figures, undefined, 2));
const file = path.join(import.meta.dirname, '../../bench/results/leaks.json');
if (honest !== undefined) await writeFile(file, `${JSON.stringify(figures, undefined, 2)}\n`);
const { own, foreign, honest: blocked } = figures;
const enough = [own, foreign].every(({ leaks }) => leaks.stopped >= 0.995 * leaks.given);
if (!enough || blocked.stopped > 0.005 * blocked.given) {
  console.error('个人信息拦截未达标。 The personal-data firewall stops too little or too much.');
  process.exit(1);
}
