/** Words of the document and the pages about one's own file, in both languages; one shape. */
import type { Language } from '../../platform/index.ts';

const zh = {
  title: '我的信用档案',
  demo: '演示数据',
  asOf: (at: string) => `截至 ${at}`,
  lead: '这份文件列出平台现在保存的、关于贵单位的全部信息：从哪里来、依据什么、现在是否公开、公开到哪天。',
  only: '任何单位和个人不得强制要求您提供这份文件。',
  leadPerson:
    '这份文件列出平台现在保存的、关于您的全部信息：从哪里来、依据什么。姓名、号码和文书内容加密存放，任何时候都不公开。姓名和号码遮盖显示。',
  identityNumber: '身份证件号码',
  code: '统一社会信用代码',
  status: '登记状态',
  statuses: { registered: '存续', revoked: '吊销', deregistered: '注销', unknown: '不明' } as Record<
    string,
    string
  >,
  registeredOn: '登记日期',
  none: '平台没有保存关于贵单位的记录。',
  from: '由谁提供',
  authority: '作出决定的机关',
  decisionNo: '文号',
  decidedOn: '决定日期',
  basis: '为什么收集',
  publicity: '现在公开吗',
  publicUntil: (last: string) => `公开，最后一天是 ${last}，到期自动停止`,
  publicOpen: '公开，许可或登记有效期间一直公开',
  notPublic: '不公开',
  neverPublic: '不公开，任何时候都不公开',
  because: '公开到这天的依据',
  states: { standing: '现行', replaced: '已被更正后的版本代替', ended: '已撤回' } as Record<string, string>,
  version: (n: number) => `第 ${n} 版`,
  state: '状态',
  closed: '不公开的内容',
  wrong: '内容有误？请联系提供信息的单位，或向市公共信用信息中心提出异议，均不收费。',
  page: '第',
};

/** Its words in one language. */
export type OwnFileWords = typeof zh;

const en: OwnFileWords = {
  title: 'My credit file',
  demo: 'Demonstration data',
  asOf: (at) => `As of ${at}`,
  lead: 'This document lists everything that the platform now holds about your organisation: where it comes from, on what basis, whether it is public, and until when.',
  only: 'Nobody may require this document from you.',
  leadPerson:
    'This document lists everything that the platform now holds about you: where it comes from and on what basis. Names, numbers and texts are kept encrypted, and nothing of it is ever public. Name and number are masked.',
  identityNumber: 'Identity number',
  code: 'Unified code',
  status: 'Registration',
  statuses: {
    registered: 'registered',
    revoked: 'revoked',
    deregistered: 'deregistered',
    unknown: 'unknown',
  },
  registeredOn: 'Registered on',
  none: 'The platform holds no record about your organisation.',
  from: 'Supplied by',
  authority: 'Decided by',
  decisionNo: 'Decision number',
  decidedOn: 'Decided on',
  basis: 'Why it is collected',
  publicity: 'Is it public now?',
  publicUntil: (last) => `Yes; its last day is ${last}, then it stops by itself`,
  publicOpen: 'Yes, as long as the licence or registration lasts',
  notPublic: 'No',
  neverPublic: 'No, and it never is',
  because: 'What sets that day',
  states: { standing: 'in force', replaced: 'replaced by a corrected version', ended: 'withdrawn' },
  version: (n) => `version ${n}`,
  state: 'State',
  closed: 'Not public',
  wrong:
    'Something wrong? Tell the unit that supplied it, or object at the city’s credit centre; both are free.',
  page: 'Page',
};

/** The words of a language. */
export const ownFileWords: Readonly<Record<Language, OwnFileWords>> = { zh, en };
