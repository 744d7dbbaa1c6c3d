/** Words of erasing natural persons. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  title: '删除自然人信息',
  lead: '每次删除只记日期、依据和条数，不记是谁。删除要两个人：中心的承办人提出，复核员批准；批准后立即删除，不能恢复。',
  ask: '提出删除',
  identityNumber: '身份证件号码',
  identityNumberHelp: '只用于找到此人，不保存',
  ground: '依据',
  grounds: {
    request: '本人要求，且理由成立',
    'retention-over': '保存期限已过',
    'no-basis': '没有处理依据',
  },
  reason: '理由',
  reasonHelp: '写事项编号和情由，至少四个字。理由会长期保存：不写姓名、号码、电话。',
  asked: '已经提出，等待复核员在“审批”中决定。',
  wishes: '本人提出的删除请求',
  wishesLead: '请求里没有姓名。先核对保存期限和依据，再提出答复；由复核员决定。',
  noWishes: '没有等待答复的请求。',
  askedOn: (on: string) => `${on} 提出`,
  due: (on: string) => `最晚 ${on} 答复`,
  overdue: (on: string) => `应在 ${on} 前答复，已超期`,
  answer: '答复',
  refuse: '不同意',
  erase: '同意，全部删除',
  says: '告诉本人',
  saysHelp: '为什么、到哪天为止、依据哪一条；不写姓名和号码。',
  propose: '提出答复',
  register: '已经删除的',
  none: '还没有删除过。',
  on: '日期',
  records: '条数',
};

export type PersonsWords = typeof zh;

const en: PersonsWords = {
  title: 'Erasing natural persons',
  lead: 'Of each erasure only day, ground and count are kept, never whom. It takes two: an officer of the centre asks, a reviewer approves; once approved it is done at once and for good.',
  ask: 'Ask for an erasure',
  identityNumber: 'Identity number',
  identityNumberHelp: 'Used to find the person, and not kept',
  ground: 'Ground',
  grounds: {
    request: 'Asked for by the person, and justified',
    'retention-over': 'Kept past its term',
    'no-basis': 'Held without a basis',
  },
  reason: 'Reason',
  reasonHelp:
    'The number of the matter and why, four characters or more. It is kept: no name, number or phone.',
  asked: 'Asked for; a reviewer decides under “Approvals”.',
  wishes: 'Requests by persons themselves',
  wishesLead:
    'A request bears no name. Check term and basis first, then propose the answer; a reviewer decides.',
  noWishes: 'No request waits for an answer.',
  askedOn: (on) => `Asked on ${on}`,
  due: (on) => `to be answered by ${on}`,
  overdue: (on) => `was to be answered by ${on}: overdue`,
  answer: 'Answer',
  refuse: 'Not agreed',
  erase: 'Agreed: erase everything',
  says: 'What the person is told',
  saysHelp: 'Why, until when, and by which article; no name and no number.',
  propose: 'Propose the answer',
  register: 'Erased so far',
  none: 'Nobody has been erased yet.',
  on: 'Day',
  records: 'Records',
};

export const words: Bilingual<PersonsWords> = { zh, en };
