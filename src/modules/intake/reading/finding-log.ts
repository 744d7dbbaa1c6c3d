/** Collects reading findings: errors all, warnings up to a number a rule, so that a list never outgrows its use. */
import { READING_RULES, type ReadingRule } from './rules.ts';
import type { ReadFinding } from './source-row.ts';

/** Warnings of one rule beyond this many are only counted; an error is never left out, since it rejects its row. */
const MAX_WARNINGS_PER_RULE = 1_000;

/** The findings of one reading; `list` is the array that `RowReader` shows, and its reader may empty it meanwhile. */
export class FindingLog {
  readonly list: ReadFinding[] = [];
  readonly #warnings = new Map<ReadingRule, number>();

  /** Adds a finding; its severity is the rule's. */
  add(
    rule: ReadingRule,
    at: { row?: number; column?: string | undefined },
    params?: ReadFinding['params'],
  ): void {
    const { severity } = READING_RULES[rule];
    if (severity === 'warning') {
      const count = (this.#warnings.get(rule) ?? 0) + 1;
      this.#warnings.set(rule, count);
      if (count > MAX_WARNINGS_PER_RULE) return;
    }
    const finding: ReadFinding = { rule, severity };
    if (at.row !== undefined) finding.row = at.row;
    if (at.column !== undefined) finding.column = at.column;
    if (params !== undefined) finding.params = params;
    this.list.push(finding);
  }

  /** Says how many warnings were only counted; called once when all rows are read. */
  end(): void {
    for (const [rule, count] of [...this.#warnings]) {
      if (count <= MAX_WARNINGS_PER_RULE) continue;
      this.list.push({
        rule: 'findings.more',
        severity: 'warning',
        params: { rule, count: count - MAX_WARNINGS_PER_RULE },
      });
    }
  }
}
