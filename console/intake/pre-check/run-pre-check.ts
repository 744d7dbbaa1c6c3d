/** Checks a chosen file before anything is sent: the server's own reading and row checks, run where the file is. */
import {
  compileRowCheck,
  FileRefused,
  FindingLog,
  matchHeader,
  type ReadFinding,
  type SourceRow,
} from '../../../src/modules/intake/pure.ts';
import type { ItemForChecking } from '../../catalogue/items.ts';
import { openFile } from './open-file.ts';
import type { PlainFinding, PreCheckReport } from './report.ts';

/** Findings handed on for reading and download; beyond it they are counted by rule. */
export const FINDINGS_KEPT = 20_000;

/** Counts findings by rule and keeps the first of them. */
class Tally {
  readonly first: PlainFinding[] = [];
  readonly #counts = new Map<string, { rule: string; severity: string; count: number }>();
  total = 0;

  add(finding: PlainFinding): void {
    this.total++;
    if (this.first.length < FINDINGS_KEPT) this.first.push(finding);
    const known = this.#counts.get(finding.rule);
    if (known) known.count++;
    else this.#counts.set(finding.rule, { rule: finding.rule, severity: finding.severity, count: 1 });
  }

  get tallies() {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count);
  }
}

/** Runs the checks; `onRows` hears how far it got, about every thousand rows. */
export async function runPreCheck(
  file: Blob,
  fileName: string,
  { definition, context }: ItemForChecking,
  onRows: (rows: number) => void,
): Promise<PreCheckReport> {
  const tally = new Tally();
  const counts = { rows: 0, good: 0, rejected: 0, refused: 0 };
  let encoding = '';
  const report = (fileRefused?: PlainFinding): PreCheckReport => ({
    encoding,
    ...counts,
    findings: tally.total,
    first: tally.first,
    tallies: tally.tallies,
    ...(fileRefused ? { fileRefused } : {}),
  });
  try {
    const log = new FindingLog();
    const { opened, encoding: found } = await openFile(file, fileName, log);
    encoding = found;
    const first = await firstBatch(opened.rows);
    const match = matchHeader(definition, opened.header.names);
    for (const finding of match.findings) tally.add(finding);
    const headerError = match.findings.find(({ severity }) => severity === 'error');
    if (headerError) {
      await opened.rows.return(undefined);
      return report(headerError);
    }
    const check = compileRowCheck(definition, match.columns, context);
    for (let batch: SourceRow[] | undefined = first; batch; batch = (await opened.rows.next()).value) {
      const broken = takeReadFindings(log, tally);
      for (const { row, cells } of batch) {
        const { outcome, findings } = check(row, cells);
        counts.rows++;
        for (const finding of findings) tally.add(finding);
        if (outcome === 'refused') counts.refused++;
        else if (outcome === 'rejected' || broken.has(row)) counts.rejected++;
        else counts.good++;
      }
      onRows(counts.rows);
    }
    log.end();
    takeReadFindings(log, tally);
    return report();
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return report({ rule: error.rule, severity: 'error', params: error.params });
  }
}

/** A file without rows is refused before its header is judged, as on the server. */
async function firstBatch(rows: AsyncGenerator<SourceRow[]>): Promise<SourceRow[]> {
  for (;;) {
    const { value, done } = await rows.next();
    if (done) throw new FileRefused('file.no-rows');
    if (value.length > 0) return value;
  }
}

/** Empties what reading found so far; gives the rows that an error rejects. */
function takeReadFindings(log: FindingLog, tally: Tally): ReadonlySet<number> {
  const broken = new Set<number>();
  for (const finding of log.list.splice(0) as ReadFinding[]) {
    tally.add(finding);
    if (finding.severity === 'error' && finding.row !== undefined) broken.add(finding.row);
  }
  return broken;
}
