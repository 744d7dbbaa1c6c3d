// Runs every check that is not a test: `npm run check`, or `npm run check -- floors sql` for some of them.
import { fileURLToPath } from 'node:url';
import { type Check, checks, openRepository, type Repository } from './check/all.ts';
import type { CheckResult } from './check/finding.ts';

const shownAtMost = 40;
/** Programs that run at once: two cores are what a small machine has. */
const sideBySide = 2;

function report(check: Check, result: CheckResult, ms: number): boolean {
  const good = result.findings.length === 0;
  const time = `${(ms / 1000).toFixed(1)} s`.padStart(7);
  const said = good ? result.seen : `${result.findings.length} found; to mend: ${check.mend}`;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${check.name.padEnd(14)}${time}  ${said}`);
  for (const finding of result.findings.slice(0, shownAtMost))
    console.log(`       ${finding.where}: ${finding.what}`);
  const hidden = result.findings.length - shownAtMost;
  if (hidden > 0) console.log(`       … and ${hidden} more`);
  return good;
}

async function runOne(check: Check, repository: Repository): Promise<boolean> {
  const start = performance.now();
  const result = await check.run(repository);
  return report(check, result, performance.now() - start);
}

async function runQueue(queue: Check[], repository: Repository): Promise<boolean[]> {
  const done: boolean[] = [];
  for (let check = queue.shift(); check; check = queue.shift()) done.push(await runOne(check, repository));
  return done;
}

const started = performance.now();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no check ${unknown.join(', ')}. There are: ${checks.map((check) => check.name).join(' ')}`,
  );
  process.exit(2);
}
const chosen = checks.filter((check) => wanted.length === 0 || wanted.includes(check.name));
const repository = await openRepository(fileURLToPath(new URL('../', import.meta.url)));
const programs = chosen.filter((check) => check.outside);
const rules = chosen.filter((check) => !check.outside);
const lanes = Array.from({ length: sideBySide }, () => runQueue(programs, repository));
const results = (await Promise.all([...lanes, runQueue(rules, repository)])).flat();
const bad = results.filter((good) => !good).length;
console.log(
  `${results.length - bad} checks good, ${bad} bad, ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
process.exitCode = bad === 0 ? 0 : 1;
