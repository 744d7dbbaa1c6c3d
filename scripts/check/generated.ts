// Judges that every generated file in the repository is what its generator writes today.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generators } from '../generate/list.ts';
import type { CheckFinding, CheckResult } from './finding.ts';

function firstDifference(old: string, fresh: string): number {
  const lines = fresh.split('\n');
  const at = old.split('\n').findIndex((line, index) => line !== lines[index]);
  return (at === -1 ? lines.length : at) + 1;
}

/** Runs every generator and compares; `npm run generate` mends. */
export async function checkGenerated(root: string): Promise<CheckResult> {
  const findings: CheckFinding[] = [];
  for (const generator of generators) {
    const fresh = await generator.make();
    const old = await readFile(join(root, generator.file), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (old === undefined) findings.push({ where: generator.file, what: 'is not there' });
    else if (old !== fresh) {
      findings.push({
        where: `${generator.file}:${firstDifference(old, fresh)}`,
        what: 'differs from what is generated',
      });
    }
  }
  return { findings, seen: `${generators.length} generated files` };
}
