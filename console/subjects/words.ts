/** Words of merging and splitting subjects. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  title: '合并主体',
  lead: '两个代码其实是同一个主体时（例如一照多码），把一个并入另一个。没有任何记录被改写，以后可以拆分。由另一人审批后生效。',
  centreOnly: '合并主体由信用中心的核实人员办理。',
  code: '要并入的主体代码',
  into: '并入到的主体代码',
  codeHelp: '18 位统一社会信用代码，或以前的登记号码。',
  codeFault: '请填写代码。',
  compare: '并排核对',
  pair: '两个主体',
  fact: '项目',
  first: '要并入的',
  second: '并入到的',
  name: '名称',
  uscc: '代码',
  formerNames: '曾用名',
  registeredOn: '注册日期',
  area: '行政区划',
  publicRecords: '公示的信息',
  standsFor: '已并入',
  followers: '并入其中的主体',
  moves:
    '合并后，两个代码查到的是同一个主体：名称用“并入到的”，信息、查看记录和通知合在一处；要并入的代码作为它的另一个代码。',
  merged: (name: string) => `这个主体已经并入 ${name}。并错了的，可以申请拆分。`,
  reason: '依据',
  reasonHelp: '写明登记机关的文件和文号，至少 4 个字；审批人会看到。',
  reasonShort: '请写明依据，至少 4 个字。',
  merge: '提交合并审批',
  split: '提交拆分审批',
  asked: '已提交，等待另一人审批。',
};

export type MergeWords = typeof zh;

const en: MergeWords = {
  title: 'Merge subjects',
  lead: 'Where two codes are one subject (several codes on one licence), one is merged into the other. No record is rewritten and it can be split again. It takes effect once another person has approved.',
  centreOnly: 'Subjects are merged by case officers of the credit centre.',
  code: 'Code of the subject to merge',
  into: 'Code of the subject it goes into',
  codeHelp: 'The unified code of 18 characters, or a number from before it.',
  codeFault: 'Enter the code.',
  compare: 'Compare',
  pair: 'Both subjects',
  fact: 'Fact',
  first: 'To merge',
  second: 'Goes into',
  name: 'Name',
  uscc: 'Code',
  formerNames: 'Former names',
  registeredOn: 'Registered',
  area: 'Area',
  publicRecords: 'Public records',
  standsFor: 'Merged into',
  followers: 'Subjects merged into it',
  moves:
    'Afterwards both codes lead to one subject: it bears the name of the second, and records, looks and notices are shown together; the first code is one more code of it.',
  merged: (name) => `This subject is merged into ${name}. If that was wrong, ask for a split.`,
  reason: 'What it rests on',
  reasonHelp:
    'Name the register’s document and its number, in at least 4 characters; whoever decides will read it.',
  reasonShort: 'Say in at least 4 characters what it rests on.',
  merge: 'Send the merger for approval',
  split: 'Send the split for approval',
  asked: 'Sent; it waits for another person.',
};

export const words: Bilingual<MergeWords> = { zh, en };
