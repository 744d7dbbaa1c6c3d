// Measures file sizes: none over the longest, and the 95th percentile and the median of all within bounds.
import { fileSizes } from '../../src/architecture.ts';
import type { CheckFinding, CheckResult, SourceFile } from './finding.ts';
import { isCode, isTest } from './tree.ts';

const wordsOrData = /(^|\/)(words[^/]*|data|migrations|vectors)(\/|$)|\/words[^/]*\.ts$/;

/** Physical lines, a last line without its newline included. */
export function countLines(text: string): number {
  if (text === '') return 0;
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** Whether the size of this file counts: generated files, migrations, words, data and tests stand apart. */
export function isMeasured(path: string): boolean {
  return isCode(path) && !isTest(path) && !wordsOrData.test(path);
}

/** The value below or at which `share` of the sorted numbers lie (nearest rank). */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Judges the sizes of all measured files. */
export function checkSizes(files: readonly SourceFile[]): CheckResult {
  const sizes = files
    .filter((file) => isMeasured(file.path))
    .map((file) => ({ path: file.path, lines: countLines(file.text) }))
    .sort((a, b) => a.lines - b.lines);
  const lines = sizes.map((size) => size.lines);
  const median = percentile(lines, 0.5);
  const p95 = percentile(lines, 0.95);
  const findings: CheckFinding[] = sizes
    .filter((size) => size.lines > fileSizes.longest)
    .map((size) => ({
      where: size.path,
      what: `${size.lines} lines; the longest allowed is ${fileSizes.longest}`,
    }));
  if (p95 > fileSizes.p95) {
    findings.push({ where: 'all files', what: `95th percentile ${p95} lines; allowed ${fileSizes.p95}` });
  }
  if (median > fileSizes.median) {
    findings.push({ where: 'all files', what: `median ${median} lines; allowed ${fileSizes.median}` });
  }
  return {
    findings,
    seen: `${lines.length} files, median ${median}, p95 ${p95}, longest ${lines.at(-1) ?? 0}`,
  };
}
