// Runs chosen checks on a repository, programs side by side, and says one line a check with its time.
import { type Check, checks, openRepository, type Repository } from './all.ts';
import type { CheckResult } from './finding.ts';

const shownAtMost = 40;
/** Programs that run at once: two cores are what a small machine has. */
const sideBySide = 2;

type Say = (line: string) => void;

function report(check: Check, result: CheckResult, ms: number, say: Say): boolean {
  const good = result.findings.length === 0;
  const time = `${(ms / 1000).toFixed(1)} s`.padStart(7);
  const said = good ? result.seen : `${result.findings.length} found; to mend: ${check.mend}`;
  say(`${good ? 'ok  ' : 'FAIL'} ${check.name.padEnd(14)}${time}  ${said}`);
  for (const finding of result.findings.slice(0, shownAtMost))
    say(`       ${finding.where}: ${finding.what}`);
  const hidden = result.findings.length - shownAtMost;
  if (hidden > 0) say(`       … and ${hidden} more`);
  return good;
}

async function runQueue(queue: Check[], repository: Repository, say: Say): Promise<boolean[]> {
  const done: boolean[] = [];
  for (let check = queue.shift(); check; check = queue.shift()) {
    const start = performance.now();
    const result = await check.run(repository);
    done.push(report(check, result, performance.now() - start, say));
  }
  return done;
}

/**
 * Runs the checks named in `wanted`, or all, on the repository at `root`.
 * @returns the exit code: 0 all good, 1 something found, 2 no such check
 */
export async function runChecks(root: string, wanted: readonly string[], say: Say): Promise<number> {
  const started = performance.now();
  const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
  if (unknown.length > 0) {
    say(`There is no check ${unknown.join(', ')}. There are: ${checks.map((check) => check.name).join(' ')}`);
    return 2;
  }
  const repository = await openRepository(root);
  const chosen = checks.filter((check) => wanted.length === 0 || wanted.includes(check.name));
  const programs = chosen.filter((check) => check.outside);
  const rules = chosen.filter((check) => !check.outside);
  const lanes = Array.from({ length: sideBySide }, () => runQueue(programs, repository, say));
  const results = (await Promise.all([...lanes, runQueue(rules, repository, say)])).flat();
  const bad = results.filter((good) => !good).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${results.length - bad} checks good, ${bad} bad, ${seconds} s`);
  return bad === 0 ? 0 : 1;
}
