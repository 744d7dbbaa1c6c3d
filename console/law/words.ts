/** Words of loading a year's holiday notice. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  title: '工作日历',
  lead: '到期日按国务院办公厅的放假通知计算。通知未录入的年份只给出最早可能的日期，录入后即确定。',
  loaded: '已录入的年份',
  year: '年份',
  notice: '通知',
  load: (year: number) => `录入 ${year} 年的通知`,
  centreOnly: '放假通知由信用中心的管理员或发布人员录入，全市的到期日都按它计算。',
  number: '通知文号或网址',
  numberHelp: '例如：国办发明电〔2026〕9号。到期日按它计算，录入后不能改写。',
  days: '放假和调休的日期',
  daysHelp: '每行一天：日期、“休”或“班”、节日名称，用空格隔开。放假的周末也要写。例如：2027-01-01 休 元旦',
  off: '放假',
  work: '上班',
  preview: (off: number, work: number) => `共 ${off} 天放假，${work} 天调休上班`,
  badLine: (line: number) => `第 ${line} 行看不懂：请写成“日期 休/班 名称”。`,
  empty: '请填写日期。',
  enterNotice: '请填写通知的文号或网址。',
  send: '下一步',
  confirmTitle: (year: number) => `录入 ${year} 年的工作日历？`,
  confirmLead: '由另一人逐日核对并批准后，所有到期日立即按它重新计算，不能改写。',
  reason: '核对情况',
  reasonHelp: '写明按什么核对，至少 4 个字；审批人会看到。',
  reasonShort: '请写明按什么核对，至少 4 个字。',
  confirm: '提交审批',
  cancel: '再看看',
  done: (year: number) => `${year} 年的通知已提交，等待另一人审批；批准之前到期日不变。`,
};

export type LawWords = typeof zh;

const en: LawWords = {
  title: 'Working days',
  lead: 'Due days follow the holiday notices of the State Council. For a year without its notice only the earliest possible day is given; it becomes fixed once the notice is loaded.',
  loaded: 'Years that are loaded',
  year: 'Year',
  notice: 'Notice',
  load: (year) => `Load the notice of ${year}`,
  centreOnly:
    'The notice is loaded by an administrator or publisher of the credit centre: due days of the whole city follow it.',
  number: 'Number or address of the notice',
  numberHelp: 'For example 国办发明电〔2026〕9号. Due days are computed by it; it cannot be overwritten.',
  days: 'Days off and make-up working days',
  daysHelp:
    'One day a line: date, “off” or “work”, name of the holiday, parted by blanks. Weekend days inside a holiday belong there too. For example: 2027-01-01 off 元旦',
  off: 'off',
  work: 'work',
  preview: (off, work) => `${off} days off, ${work} make-up working days`,
  badLine: (line) => `Line ${line} is not clear: write date, off or work, name.`,
  empty: 'Enter the days.',
  enterNotice: 'Enter the number or address of the notice.',
  send: 'Continue',
  confirmTitle: (year) => `Load the working days of ${year}?`,
  confirmLead:
    'Once another person has compared each day and approved, all due days are computed by it at once, and it cannot be overwritten.',
  reason: 'How it was checked',
  reasonHelp: 'Say against what it was checked, in at least 4 characters; whoever decides will read it.',
  reasonShort: 'Say in at least 4 characters how it was checked.',
  confirm: 'Send for approval',
  cancel: 'Not yet',
  done: (year) => `The notice of ${year} waits for another person; until then due days stay as they are.`,
};

export const words: Bilingual<LawWords> = { zh, en };
