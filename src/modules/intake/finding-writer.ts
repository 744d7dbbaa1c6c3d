/** Writes findings to the books in batches while a file is read, on a session beside the one that stages. */
import type { Platform } from '../../platform/index.ts';
import type { Finding } from './checking/finding.ts';
import { clearFindings } from './queries/submissions.ts';
import type { ReadFinding } from './reading/source-row.ts';
import { withoutNumbers } from './redact.ts';
import { copyText } from './staged-line.ts';

/** A finding of any stage, before it is numbered. */
export type AnyFinding = (Omit<Finding, 'rule'> & { rule: string }) | ReadFinding;

const COLUMNS = [
  'submission_id',
  'finding_no',
  'row_no',
  'column_name',
  'field',
  'rule',
  'severity',
  'params',
];
const BATCH = 5_000;
const NULL = '\\N';

/** Findings kept in the books for one file; the findings file has them all. */
export const FINDINGS_KEPT = 100_000;

/** Takes findings in the order of the file. */
export class FindingWriter {
  /** Findings kept so far: the next one's number is one more. */
  kept = 0;
  /** All findings, kept or not. */
  seen = 0;
  readonly #platform: Platform;
  readonly #submissionId: string;
  #lines: string[] = [];

  constructor(platform: Platform, submissionId: string) {
    this.#platform = platform;
    this.#submissionId = submissionId;
  }

  /** Forgets what an earlier attempt wrote. */
  async begin(): Promise<void> {
    await this.#platform.db.app.query(clearFindings(this.#submissionId));
  }

  add(found: AnyFinding): void {
    this.seen++;
    if (this.kept < FINDINGS_KEPT) this.#keep(withoutNumbers(found));
  }

  /** Says how many findings are in the findings file alone, and writes what is left. */
  async end(): Promise<void> {
    const more = this.seen - this.kept;
    if (more > 0) this.#keep({ rule: 'findings.file-only', severity: 'info', params: { count: more } });
    await this.flush(true);
  }

  #keep(finding: AnyFinding): void {
    this.kept++;
    const field = 'field' in finding ? finding.field : undefined;
    const cells = [
      this.#submissionId,
      String(this.kept),
      finding.row === undefined ? NULL : String(finding.row),
      finding.column === undefined ? NULL : copyText(finding.column),
      field === undefined ? NULL : copyText(field),
      finding.rule,
      finding.severity,
      finding.params === undefined ? NULL : copyText(JSON.stringify(finding.params)),
    ];
    this.#lines.push(`${cells.join('\t')}\n`);
  }

  /** Writes when a batch is full; `all` writes whatever there is. */
  async flush(all = false): Promise<void> {
    if (this.#lines.length === 0 || (!all && this.#lines.length < BATCH)) return;
    const lines = this.#lines;
    this.#lines = [];
    await this.#platform.db.app.transaction((tx) => tx.copyIn('intake.finding', COLUMNS, [lines.join('')]));
  }
}
