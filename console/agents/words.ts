/** Words of agents and the contact. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  title: '代办人和联系方式',
  lead: '可以让会计、代办机构等替贵单位查看档案。代办人只能看、不能改，到期自动失效，随时可以取消。',
  label: '怎么称呼',
  labelHelp: '例如：代账会计',
  limits: '可以做什么',
  limit: { read: '查看档案', download: '下载', accesses: '查看谁看过', notices: '查看通知' } as Record<
    string,
    string
  >,
  until: '到哪天失效（当天起不能再看，最长一年）',
  name: '指定代办人',
  code: '代办码只显示这一次，请抄下来交给代办人：',
  list: '代办人',
  none: '还没有指定代办人。',
  inForce: '有效',
  over: '已失效',
  end: '取消',
  contact: '联系方式',
  contactLead: '用来接收提醒和查看档案的验证码。',
  now: (hint: string) => `现在登记的是 ${hint}`,
  noContact: '还没有登记。',
  shared: (n: number) => `这个联系方式用于 ${n} 个单位，超过五个，不能用来接收验证码。`,
  phone: '手机号码',
  save: '登记',
};

const en: typeof zh = {
  title: 'Agents and contact',
  lead: 'An accountant or an agency may read the file for you. Agents read and change nothing; they end by themselves, and you can end them at any time.',
  label: 'What you call them',
  labelHelp: 'For example: our accountant',
  limits: 'What they may do',
  limit: { read: 'see the file', download: 'download', accesses: 'see who looked', notices: 'see notices' },
  until: 'First day on which they may not (a year at most)',
  name: 'Name an agent',
  code: 'The agent’s code is shown this once; hand it over:',
  list: 'Agents',
  none: 'No agent is named yet.',
  inForce: 'in force',
  over: 'over',
  end: 'End',
  contact: 'Contact',
  contactLead: 'For reminders, and for codes that open the file.',
  now: (hint) => `Registered: ${hint}`,
  noContact: 'None is registered yet.',
  shared: (n) => `This contact serves ${n} subjects, more than five: no codes are sent to it.`,
  phone: 'Mobile number',
  save: 'Register',
};

export const words: Bilingual<typeof zh> = { zh, en };
