// The list of all checks: what each looks at, and how to mend what it finds.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dependencyDocument, findUndescribed, type Manifest } from './dependencies.ts';
import type { CheckFinding, CheckResult, SourceFile } from './finding.ts';
import { findBadOpenings } from './first-line.ts';
import { checkGenerated } from './generated.ts';
import { findMissingWords, findUndocumentedSettings, findUnplacedModules, itemCodes } from './glossary.ts';
import { findBrokenLinks } from './links.ts';
import { findBadNames } from './names.ts';
import { findOutsideWorld } from './outside-world.ts';
import { checkDeadCode, checkFloors, checkStyle, checkTypes } from './programs.ts';
import { checkSizes } from './sizes.ts';
import { readFacts, type SourceFacts } from './source-facts.ts';
import { findSqlOwnership, mayHoldSql } from './sql-ownership.ts';
import { isCode, listPaths, readSources } from './tree.ts';

/** The repository as read once for all checks. */
export interface Repository {
  root: string;
  paths: readonly string[];
  files: readonly SourceFile[];
  /** Syntax of the server's and the console's files, read on first use. */
  facts(): readonly SourceFacts[];
}

/** One check by name. */
export interface Check {
  name: string;
  mend: string;
  /** Whether it runs a program of its own, and so beside the others. */
  outside?: boolean;
  run(repository: Repository): Promise<CheckResult> | CheckResult;
}

/** Reads the repository below `root`. */
export async function openRepository(root: string): Promise<Repository> {
  const paths = await listPaths(root);
  const files = await readSources(root, paths);
  let facts: SourceFacts[] | undefined;
  return {
    root,
    paths,
    files,
    facts: () => {
      facts ??= files
        .filter((file) => isCode(file.path) && /^(src|console)\//.test(file.path))
        .map(readFacts);
      return facts;
    },
  };
}

function textOf(repository: Repository, path: string): string {
  return repository.files.find((file) => file.path === path)?.text ?? '';
}

const judged = (findings: CheckFinding[], seen: string): CheckResult => ({ findings, seen });

export const checks: readonly Check[] = [
  {
    name: 'types',
    mend: 'mend the type; no `any`, no `as` that hides a doubt',
    outside: true,
    run: ({ root }) => checkTypes(root, 'tsconfig.json'),
  },
  {
    name: 'dead-code',
    mend: 'delete what nothing uses; a new program of its own is named in knip.json',
    outside: true,
    run: ({ root }) => checkDeadCode(root),
  },
  {
    name: 'console-types',
    mend: 'mend the type; the console has its own tsconfig for JSX',
    outside: true,
    run: ({ root }) => checkTypes(root, 'console/tsconfig.json'),
  },
  {
    name: 'floors',
    mend: 'each line says its remedy; the floors are data in src/architecture.ts',
    outside: true,
    run: ({ root, paths }) =>
      checkFloors(
        root,
        paths.filter((path) => /^(src|console)\/.*\.tsx?$/.test(path) && !path.endsWith('.d.ts')),
      ),
  },
  {
    name: 'style',
    mend: 'npx biome check --write .',
    outside: true,
    run: ({ root }) => checkStyle(root),
  },
  {
    name: 'modules',
    mend: 'a module has a floor, a README.md and an index.ts (CONTRIBUTING, “Add a module”)',
    run: ({ paths }) => judged(findUnplacedModules(paths), 'floors, READMEs, doors'),
  },
  {
    name: 'sql',
    mend: 'SQL stands in a module’s queries and names its own schema only',
    run: (repository) =>
      judged(
        findSqlOwnership(repository.facts()),
        `${repository.paths.filter((path) => mayHoldSql(path)).length} files with SQL, ${repository.facts().length} read`,
      ),
  },
  {
    name: 'world',
    mend: 'clock, environment, network and files come in through src/platform',
    run: (repository) => judged(findOutsideWorld(repository.facts()), 'kernel and modules'),
  },
  { name: 'sizes', mend: 'split by what the parts do, not by number', run: ({ files }) => checkSizes(files) },
  {
    name: 'names',
    mend: 'name a file after the verb or the thing it holds',
    run: ({ paths }) => judged(findBadNames(paths), 'files and folders'),
  },
  {
    name: 'first-lines',
    mend: 'begin the file with // and one sentence on what it holds',
    run: ({ files }) => judged(findBadOpenings(files), 'code, SQL and style sheets'),
  },
  {
    name: 'glossary',
    mend: 'add the row to GLOSSARY.md',
    run: (repository) =>
      judged(
        findMissingWords(repository.paths, textOf(repository, 'GLOSSARY.md')),
        `modules and ${itemCodes(repository.paths).length} items`,
      ),
  },
  {
    name: 'settings',
    mend: 'add the row to docs/guides/settings.md',
    run: (repository) => {
      const guide = textOf(repository, 'docs/guides/settings.md');
      return judged(
        findUndocumentedSettings(textOf(repository, 'src/platform/config.ts'), guide),
        'explained in the guide',
      );
    },
  },
  {
    name: 'links',
    mend: 'mend the link',
    run: ({ files, paths }) => judged(findBrokenLinks(files, paths), 'links inside the documents'),
  },
  {
    name: 'dependencies',
    mend: `describe it in ${dependencyDocument}, or do without it`,
    run: async (repository) => {
      const manifest = JSON.parse(await readFile(join(repository.root, 'package.json'), 'utf8')) as Manifest;
      return judged(findUndescribed(manifest, textOf(repository, dependencyDocument)), 'exact, described');
    },
  },
  { name: 'generated', mend: 'npm run generate', run: ({ root }) => checkGenerated(root) },
];
