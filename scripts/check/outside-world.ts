// Finds where a kernel or module file reads clock, environment, network or files past the platform.
import { outsideModules, shelteredFloors, testFiles } from '../../src/architecture.ts';
import type { CheckFinding } from './finding.ts';
import type { SourceFacts } from './source-facts.ts';

const sheltered = new RegExp(shelteredFloors);
const exempt = new RegExp(`${testFiles}|\\.d\\.ts$`);
const closed = new Set(outsideModules);

/** Judges the sheltered floors among the files; tests may look outside, and a type alone is no use. */
export function findOutsideWorld(facts: readonly SourceFacts[]): CheckFinding[] {
  const judged = facts.filter((file) => sheltered.test(file.path) && !exempt.test(file.path));
  return judged.flatMap((file) => [
    ...file.worldUses.map((use) => ({
      where: `${file.path}:${use.line}`,
      what: `${use.text} past the platform: take it from platform.clock, platform.config or a port of the platform`,
    })),
    ...file.imports
      .filter((entry) => !entry.typeOnly && closed.has(entry.from.replace(/^node:/, '')))
      .map((entry) => ({
        where: `${file.path}:${entry.line}`,
        what: `${entry.from} past the platform: use platform.files or another door of the platform`,
      })),
  ]);
}
