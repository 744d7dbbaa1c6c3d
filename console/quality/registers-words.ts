/** Words of the page where a unit declares its registers. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  title: '台账申报',
  lead: '每月结束后，申报本单位台账里该月作出了多少件决定。平台用它计算上报率；没有申报的月份不计入。填错了重新申报即可，以最后一次为准。',
  item: '信息事项',
  month: '决定月份',
  decisions: '台账件数',
  decisionsHelp: '整数；该月没有作出决定的，填 0。',
  decisionsFault: '请填写 0 或正整数。',
  declare: '申报',
  done: (item: string, month: string, count: string) => `已申报：${item}，${month}，${count} 件。`,
  months: '各月申报与报送',
  declared: '申报件数',
  records: '已报送',
  notDeclared: '未申报',
  gap: '相差',
  none: '近 12 个月没有申报，也没有报送。',
};

const en: typeof zh = {
  title: 'Registers',
  lead: 'When a month is over, declare how many decisions your unit’s own register holds for it. The reported share is counted against it; months not declared do not count. To mend a figure, declare it again: the last one holds.',
  item: 'Item',
  month: 'Month of decision',
  decisions: 'Decisions in the register',
  decisionsHelp: 'A whole number; 0 if there were none.',
  decisionsFault: 'Enter 0 or a whole number.',
  declare: 'Declare',
  done: (item, month, count) => `Declared: ${item}, ${month}, ${count}.`,
  months: 'Declared and handed in, by month',
  declared: 'Declared',
  records: 'Handed in',
  notDeclared: 'not declared',
  gap: 'Difference',
  none: 'Nothing was declared or handed in for the last twelve months.',
};

export const words: Bilingual<typeof zh> = { zh, en };
