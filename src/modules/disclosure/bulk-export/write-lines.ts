/** The lines of an export: one a record, with its subject in front; no cell that a spreadsheet would run. */
import { csvCell } from '../../../platform/csv.ts';
import type { Subject } from '../../subjects/index.ts';
import type { ShownRecord } from '../least.ts';
import type { Column } from './definition.ts';

const line = (cells: readonly string[]) => `${cells.map(csvCell).join(',')}\r\n`;

const FACTS = [
  '主体名称',
  '统一社会信用代码',
  '信息事项',
  '报送单位',
  '作出机关',
  '文书号',
  '决定日期',
  '有效期至(不含)',
  '公示状态',
];

/** The head. The byte order mark lets spreadsheets see that it is UTF-8; names of fields are the data standard's. */
export function headLine(columns: readonly Column[]): string {
  const isOne = new Set(columns.map(({ item }) => item.item)).size === 1;
  const fields = columns.map(({ item, field }) =>
    isOne ? field.name.zh : `${item.name.zh}·${field.name.zh}`,
  );
  return `\uFEFF${line([...FACTS, ...fields])}`;
}

/** The lines of one subject; none where no record is left to show: a name alone would tell that there is one. */
export function linesOf(
  subject: Subject,
  records: readonly ShownRecord[],
  columns: readonly Column[],
  unitNames: ReadonlyMap<string, string>,
): string {
  const who = [subject.name, subject.uscc ?? ''];
  return records
    .map((record) =>
      line([
        ...who,
        columns.find(({ item }) => item.item === record.item)?.item.name.zh ?? record.item,
        unitNames.get(record.unit) ?? record.unit,
        record.authorityName,
        record.decisionNo,
        record.decidedOn,
        record.validUntil ?? '',
        record.isPublic ? '公示中' : '未公示',
        ...columns.map(({ item, field }) =>
          item.item === record.item ? (record.fields[field.code] ?? '') : '',
        ),
      ]),
    )
    .join('');
}
