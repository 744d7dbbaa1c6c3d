// Judges file and folder names: kebab-case, and none that says nothing about what is inside.
import { bannedNames } from '../../src/architecture.ts';
import type { CheckFinding } from './finding.ts';
import { isCode } from './tree.ts';

const banned = new Set(bannedNames);
const judgedFolders = /^(src|console|scripts|bench|e2e)\//;
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** Names that tools look for and that are not ours to choose. */
const givenNames = /(^|\/)vite-env\.d\.ts$/;

/** The banned word in one path segment: the whole name, or its last word (`date-utils`), else undefined. */
export function bannedWord(segment: string): string | undefined {
  const stem = segment.replace(/\.[a-z.]+$/, '').toLowerCase();
  const last = stem.split(/[-_]/).at(-1) ?? '';
  return [stem, last].find((word) => banned.has(word));
}

function judgeSegments(path: string): string[] {
  const segments = path.split('/').slice(1);
  return segments.flatMap((segment, index) => {
    const isFile = index === segments.length - 1;
    const stem = isFile ? (segment.split('.')[0] ?? '') : segment;
    const word = bannedWord(segment);
    if (word) return [`“${word}” says nothing: name it after what it does`];
    return kebab.test(stem) ? [] : [`“${segment}” is not kebab-case`];
  });
}

/** Judges every hand-written code file's path. */
export function findBadNames(paths: readonly string[]): CheckFinding[] {
  return paths
    .filter((path) => judgedFolders.test(path) && isCode(path) && !givenNames.test(path))
    .flatMap((path) => judgeSegments(path).map((what) => ({ where: path, what })));
}
