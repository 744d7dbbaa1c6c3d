// Judges that package.json names exact versions and that the decision on dependencies has a row for each.
import type { CheckFinding } from './finding.ts';

type Group = 'dependencies' | 'devDependencies' | 'optionalDependencies';

/** What the check reads of package.json. */
export type Manifest = Partial<Record<Group, Record<string, string>>>;

export const dependencyDocument = 'docs/decisions/0004-dependencies.md';

/** A row looks like `| [name] | version | licence | …`; a missing or outdated row is a finding. */
export function findUndescribed(manifest: Manifest, document: string): CheckFinding[] {
  const groups: Group[] = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const entries = groups.flatMap((group) => Object.entries(manifest[group] ?? {}));
  const loose = entries
    .filter(([, version]) => !/^\d+\.\d+\.\d+[-.\w]*$/.test(version))
    .map(([name, version]) => ({
      where: 'package.json',
      what: `${name} is “${version}”: pin an exact version`,
    }));
  const missing = entries
    .filter(([name, version]) => !document.includes(`| \`${name}\` | ${version} |`))
    .map(([name, version]) => ({
      where: dependencyDocument,
      what: `no row “| \`${name}\` | ${version} |”: say what it is for and under which licence`,
    }));
  return [...loose, ...missing];
}
