// Reads the repository's own files, leaving out what is installed, built or run.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from './finding.ts';

const skipped = new Set(['node_modules', '.git', 'var', 'dist', 'coverage', '.stryker-tmp']);
const read = /\.(ts|tsx|mjs|cjs|sql|css|md|json)$/;
const notRead = /^(data|bench\/results)\/|^package-lock\.json$/;

/** All paths of the repository below `root`, sorted, with `/` between. */
export async function listPaths(root: string, folder = ''): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const nested = entries
    .filter((entry) => !skipped.has(entry.name))
    .map((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? listPaths(root, path) : Promise.resolve([path]);
    });
  return (await Promise.all(nested)).flat().sort();
}

/** The text of every file that a check reads; data files are listed by path alone. */
export async function readSources(root: string, paths: readonly string[]): Promise<SourceFile[]> {
  const wanted = paths.filter((path) => read.test(path) && !notRead.test(path));
  return Promise.all(wanted.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}

const code = /\.(ts|tsx|mjs|cjs)$/;
const test = /\.test\.tsx?$/;
const generated = /\.generated\.[a-z]+$/;

/** Hand-written program text, tests included. */
export function isCode(path: string): boolean {
  return code.test(path) && !generated.test(path);
}

/** A test beside the file it tests. */
export function isTest(path: string): boolean {
  return test.test(path);
}
