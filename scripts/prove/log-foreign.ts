/** `npm run prove:log-foreign`: a log of ours verified by Go's code; its figures are kept under bench/results. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lackingGo } from './log-foreign/go-program.ts';
import { proveLogForeign } from './log-foreign/prove.ts';

const plan = { entries: 20_000, seed: 6962 };
const lacking = lackingGo();
if (lacking !== undefined) {
  console.log(`skipped: ${lacking} is not here`);
  process.exit(0);
}
const figures = await proveLogForeign(plan);
console.log(JSON.stringify(figures, undefined, 2));
const file = path.join(import.meta.dirname, '../../bench/results/log-foreign.json');
await writeFile(file, `${JSON.stringify({ plan, figures }, undefined, 2)}\n`);
const { goodRefused, spoiltAccepted, disagreements, goSignatureHolds, witnessTimeAgrees } = figures;
const broken =
  goodRefused + spoiltAccepted + disagreements > 0 ||
  figures.forgedRefused !== figures.forgedCheckpoints ||
  figures.changedFilesRefused !== figures.changedFiles ||
  figures.entriesVerified !== plan.entries;
if (broken || !goSignatureHolds || !witnessTimeAgrees) {
  console.error('Go 的实现与本系统判断不一致。 Go’s implementation and ours do not agree.');
  process.exit(1);
}
