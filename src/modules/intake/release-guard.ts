/** Whether a file lies so far outside its unit's habit that a second person looks before anything of it is published. */
import limits from '../../../data/quality/release-guard.json' with { type: 'json' };

/** A file in the numbers that a habit is made of. */
export interface FileSize {
  readonly rows: number;
  /** Cells read, and how many of them were empty; 0 of 0 where they were not counted. */
  readonly cellsRead: number;
  readonly cellsBlank: number;
}

/** What is unusual, beside what is usual; shares of filled cells in whole percent. */
export type GuardReason =
  | { readonly kind: 'rows'; readonly found: number; readonly usual: number }
  | { readonly kind: 'filled'; readonly found: number; readonly usual: number };

/** How many earlier files are looked at. */
export const HABIT_FILES = limits.lastFiles;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

const filledPercent = ({ cellsRead, cellsBlank }: FileSize): number =>
  Math.round((100 * (cellsRead - cellsBlank)) / cellsRead);

/**
 * Compares a file with the same unit's last files of the item by the same way in (`data/quality/release-guard.json`).
 * Too few earlier files are no habit, and small files differ by chance: neither raises anything.
 */
export function outsideHabit(file: FileSize, earlier: readonly FileSize[]): GuardReason[] {
  if (earlier.length < limits.fewestFiles) return [];
  const reasons: GuardReason[] = [];
  const usualRows = median(earlier.map(({ rows }) => rows));
  const [less, more] = [Math.min(file.rows, usualRows), Math.max(file.rows, usualRows)];
  if (more >= less * limits.timesRows && more - less >= limits.rowsApart)
    reasons.push({ kind: 'rows', found: file.rows, usual: Math.round(usualRows) });
  const counted = earlier.filter(({ cellsRead }) => cellsRead > 0);
  if (counted.length >= limits.fewestFiles && file.rows >= limits.fewestRowsForFill && file.cellsRead > 0) {
    const usual = Math.round(median(counted.map(filledPercent)));
    const found = filledPercent(file);
    if (Math.abs(found - usual) >= limits.fillPoints) reasons.push({ kind: 'filled', found, usual });
  }
  return reasons;
}
