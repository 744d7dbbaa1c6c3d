/** Words of the form for one record. */
import type { Bilingual } from '../../language/language.ts';

const zh = {
  title: '表单填报',
  lead: '填写一条信息。离开每一项时即按数据标准检查，与上传文件的检查相同；发送前内容只在本页。',
  sections: { party: '相对人', decision: '决定内容', authority: '机关' },
  optional: '选填项',
  required: '必填',
  maybe: '选填',
  amountUnit: '万元',
  choose: '请选择',
  note: '写明是什么',
  noteFor: (value: string) => `${value}（说明）`,
  send: '发送',
  clear: '清空重填',
  summary: (n: number) => `有 ${n} 处需要改正`,
  warnings: '提醒',
  ready: '没有发现错误。',
  refused: '依法不归集',
  fileName: '表单填报',
  sending: '正在发送……',
  same: '同样的内容已经报送过，没有重复保存。',
  showEarlier: '查看那一批',
  dateHelp: '年-月-日',
  since: '距今',
};

export type FormWords = typeof zh;

const en: FormWords = {
  title: 'Fill in one record',
  lead: 'Give one record. Each entry is checked against the data standard as you leave it, just as a file is; nothing leaves this page before you send it.',
  sections: { party: 'The party', decision: 'The decision', authority: 'The authority' },
  optional: 'Optional entries',
  required: 'required',
  maybe: 'optional',
  amountUnit: '10,000 yuan',
  choose: 'Choose',
  note: 'say what it is',
  noteFor: (value) => `${value} (note)`,
  send: 'Send',
  clear: 'Clear the form',
  summary: (n) => (n === 1 ? 'One entry has to be corrected' : `${n} entries have to be corrected`),
  warnings: 'Remarks',
  ready: 'No error was found.',
  refused: 'Not collected by law',
  fileName: 'form',
  sending: 'Sending …',
  same: 'The very same content was handed in before; it was not stored again.',
  showEarlier: 'Show that submission',
  dateHelp: 'year-month-day',
  since: 'today is',
};

export const words: Bilingual<FormWords> = { zh, en };
