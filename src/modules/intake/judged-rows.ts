/** The rows of the findings file: what may be kept of each, its outcome and its findings in words. */
import type { ItemDefinition } from '../catalogue/index.ts';
import type { CheckedRows, PassedRow } from './checked-rows.ts';
import { matchHeader } from './checking/match-header.ts';
import { redact } from './file-name.ts';
import { describeRule } from './finding-words.ts';
import type { JudgedRow } from './reading/write-findings.ts';

/** A finding that the settlement added. */
export interface SettlementFinding {
  row: number | null;
  field: string | null;
  rule: string;
  severity: 'error' | 'warning' | 'held' | 'info';
  params: Record<string, string | number> | null;
}

const RESULT = {
  accepted: '已入库',
  rejected: '未入库,请改正',
  refused: '依法不归集',
  held: '待核实',
  duplicate: '已有,未重复保存',
} as const;

/** Rules whose rows nothing is kept of: the file goes back to the unit without them. */
const CONTENT_NOT_KEPT: ReadonlySet<string> = new Set([
  'not-accepted-yet',
  'penalty.not-collected',
  'uscc.identity-number',
]);

/** Judged rows in the order of the file; `settled` must be in that order too. */
export async function* judgedRows(
  item: ItemDefinition,
  rows: CheckedRows,
  settled: readonly SettlementFinding[],
): AsyncGenerator<JudgedRow[]> {
  const { columns } = matchHeader(item, rows.header);
  const dropped = new Set(columns.filter((column) => column.drop).map((column) => column.index));
  const known = new Set(columns.map((column) => column.index));
  const kept = (index: number) => known.has(index) && !dropped.has(index);
  let next = 0;
  for await (const batch of rows.batches) {
    yield batch.map((row) => {
      const own: SettlementFinding[] = [];
      for (; next < settled.length && (settled[next]?.row ?? 0) <= row.source.row; next++) {
        own.push(settled[next] as SettlementFinding);
      }
      return judge(row, own, kept);
    });
  }
}

function judge(
  row: PassedRow,
  settled: readonly SettlementFinding[],
  kept: (index: number) => boolean,
): JudgedRow {
  const findings = [...row.reading, ...row.checked.findings, ...settled];
  const keepsContent = !findings.some((finding) => CONTENT_NOT_KEPT.has(finding.rule));
  return {
    row: row.source.row,
    cells: row.source.cells.map((cell, index) => (keepsContent && kept(index) ? redact(cell) : '')),
    result: RESULT[resultOf(row, settled)],
    findings: findings.map(sentence).join(' '),
  };
}

function resultOf(row: PassedRow, settled: readonly SettlementFinding[]): keyof typeof RESULT {
  if (row.outcome === 'refused') return 'refused';
  if (row.outcome === 'rejected' || settled.some((finding) => finding.severity === 'error'))
    return 'rejected';
  if (settled.some((finding) => finding.severity === 'held')) return 'held';
  if (settled.some((finding) => finding.rule === 'row.duplicate' || finding.rule === 'row.repeated'))
    return 'duplicate';
  return 'accepted';
}

function sentence(finding: { rule: string; column?: string; params?: SettlementFinding['params'] }): string {
  const { message, advice } = describeRule(finding.rule, finding.params ?? null, 'zh');
  return finding.column === undefined ? `${message}${advice}` : `【${finding.column}】${message}${advice}`;
}
