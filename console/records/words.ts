/** Words of the unit's own records. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  title: '记录',
  lead: '贵单位报送并已入库的信用信息，含未公示和已不再公示的。其他单位的记录请在公示门户查询。',
  empty: '还没有入库的记录。报送的文件处理完成后，入库的行列在这里。',
  emptyFiltered: '没有符合条件的记录。请放宽条件。',
  caption: '本单位的记录',
  item: '信息事项',
  all: '全部',
  from: '决定日期自',
  until: '至（不含）',
  decisionNo: '文号',
  apply: '查询',
  clear: '清除条件',
  subject: '相对人',
  decidedOn: '决定日期',
  authority: '机关',
  class: '失信等级',
  classes: { slight: '轻微', general: '一般', serious: '严重' } as Record<string, string>,
  acceptedOn: '入库',
  public: '公示',
  isPublic: '公示中',
  publicTo: (last: string) => `公示至 ${last}`,
  notPublic: '未公示',
  publicPage: '公示页面',
  source: '来源',
  sourceRow: (row: number) => `批次第 ${row} 行`,
  version: (n: number) => `第 ${n} 版`,
};

export type RecordWords = typeof zh;

const en: RecordWords = {
  title: 'Records',
  lead: 'What your unit handed in and was accepted, whether public or not. Look up records of other units on the public portal.',
  empty: 'There are no records yet. Once a file is processed, its accepted rows stand here.',
  emptyFiltered: 'No record matches. Widen the filter.',
  caption: 'Records of your unit',
  item: 'Item',
  all: 'All',
  from: 'Decided from',
  until: 'until (not included)',
  decisionNo: 'Decision number',
  apply: 'Search',
  clear: 'Clear the filter',
  subject: 'Party',
  decidedOn: 'Decided on',
  authority: 'Authority',
  class: 'Class of misconduct',
  classes: { slight: 'slight', general: 'general', serious: 'serious' },
  acceptedOn: 'Accepted',
  public: 'Publicity',
  isPublic: 'Public',
  publicTo: (last) => `Public to ${last}`,
  notPublic: 'Not public',
  publicPage: 'Public page',
  source: 'Source',
  sourceRow: (row) => `row ${row} of its submission`,
  version: (n) => `version ${n}`,
};

export const words: Bilingual<RecordWords> = { zh, en };
