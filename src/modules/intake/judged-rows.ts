/** The rows of the findings file: what may be kept of each, its outcome and its findings in words. */
import type { Language } from '../../platform/language.ts';
import type { ItemDefinition } from '../catalogue/index.ts';
import type { CheckedRows, PassedRow } from './checked-rows.ts';
import { matchHeader } from './checking/match-header.ts';
import { describeRule, paramsOf } from './finding-words.ts';
import type { JudgedRow } from './reading/write-findings.ts';
import { redact } from './redact.ts';

/** A finding that the settlement added. */
export interface SettlementFinding {
  row: number;
  rule: string;
  severity: 'error' | 'warning' | 'held' | 'info';
  params: Record<string, string | number> | null;
}

type Result = 'accepted' | 'rejected' | 'refused' | 'held' | 'duplicate' | 'not-taken';

const RESULTS: Readonly<Record<Language, Readonly<Record<Result, string>>>> = {
  zh: {
    accepted: '已入库',
    rejected: '未入库，请改正',
    refused: '依法不归集',
    held: '待核实',
    duplicate: '已有，未重复保存',
    'not-taken': '本行无误，整个文件未入库',
  },
  en: {
    accepted: 'Accepted',
    rejected: 'Rejected: please mend',
    refused: 'Not collected by law',
    held: 'Held for a person to look',
    duplicate: 'There already, not stored twice',
    'not-taken': 'Faultless, but the file was not taken',
  },
};

/** Rules whose rows nothing is kept of: the file goes back to the unit without them. */
const CONTENT_NOT_KEPT: ReadonlySet<string> = new Set([
  'not-accepted-yet',
  'penalty.not-collected',
  'uscc.identity-number',
]);

/** How the file is written. */
export interface JudgedFile {
  language: Language;
  /** The file was refused as a whole: its faultless rows were not stored either. */
  refused: boolean;
  /** What the settlement found, in the order of the rows. */
  settled: AsyncIterable<SettlementFinding>;
}

/** Judged rows in the order of the file. */
export async function* judgedRows(
  item: ItemDefinition,
  rows: CheckedRows,
  { language, refused, settled }: JudgedFile,
): AsyncGenerator<JudgedRow[]> {
  const wanted = new Set(
    matchHeader(item, rows.header)
      .columns.filter((column) => !column.drop)
      .map((column) => column.index),
  );
  const findings = settled[Symbol.asyncIterator]();
  let next = await findings.next();
  for await (const batch of rows.batches) {
    const judged: JudgedRow[] = [];
    for (const row of batch) {
      const own: SettlementFinding[] = [];
      for (; !next.done && next.value.row <= row.source.row; next = await findings.next())
        own.push(next.value);
      const result = resultOf(row, own);
      judged.push({
        row: row.source.row,
        cells: cellsOf(row, wanted),
        result: RESULTS[language][refused && result === 'accepted' ? 'not-taken' : result],
        findings: redact(sentences([...row.reading, ...row.checked.findings, ...own], language)),
      });
    }
    yield judged;
  }
}

/** What may be kept: no column that is dropped or unknown, no personal number, nothing of a row that is not collected or is about a person. */
function cellsOf({ source, reading, checked }: PassedRow, wanted: ReadonlySet<number>): string[] {
  if (checked.person !== undefined) return source.cells.map(() => '');
  const isKept = ![...reading, ...checked.findings].some((finding) => CONTENT_NOT_KEPT.has(finding.rule));
  return source.cells.map((cell, index) => (isKept && wanted.has(index) ? redact(cell) : ''));
}

function resultOf(row: PassedRow, settled: readonly SettlementFinding[]): Result {
  if (row.outcome === 'refused') return 'refused';
  if (row.outcome === 'rejected' || settled.some((finding) => finding.severity === 'error'))
    return 'rejected';
  if (settled.some((finding) => finding.severity === 'held')) return 'held';
  if (settled.some((finding) => finding.rule === 'row.duplicate' || finding.rule === 'row.repeated'))
    return 'duplicate';
  return 'accepted';
}

type AnyFound = { rule: string; row?: number; column?: string; params?: SettlementFinding['params'] };

function sentences(found: readonly AnyFound[], language: Language): string {
  const [open, close, between] = language === 'zh' ? ['【', '】', ''] : ['[', '] ', ' '];
  return found
    .map((finding) => {
      const { message, advice } = describeRule(finding.rule, paramsOf(finding), language);
      const place = finding.column === undefined ? '' : `${open}${finding.column}${close}`;
      return `${place}${message}${between}${advice}`;
    })
    .join(' ');
}
