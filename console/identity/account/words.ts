/** Words of "my account". */
import type { Bilingual } from '../../language/language.ts';

const zh = {
  title: '我的账户',
  name: '姓名',
  unit: '单位',
  roles: '岗位',
  noRoles: '尚未授予岗位，只能查看本页。请本单位管理员申请授予。',
  sessions: '登录在哪里',
  sessionsLead: '不是本人的登录，请立即结束，并告知本单位管理员。',
  device: '设备',
  address: '网络地址',
  since: '登录时间',
  seen: '最近使用',
  current: '当前登录',
  end: '结束',
  act: '操作',
  empty: '没有其他登录。',
  devices: (browser: string, system: string) => `${browser}（${system}）`,
  unknownDevice: '未知设备',
  delegate: '委托岗位',
  delegateLead:
    '出差或休假时，可将本人直接担任的岗位委托给本单位同事，最长 60 天，经他人审批后生效。管理员岗位不能委托。',
  role: '岗位',
  to: '受托人的登录名',
  until: '到哪一天为止（不含当天）',
  reason: '原因',
  reasonHelp: '至少 4 个字，审批人可见。',
  ask: '提出申请',
  incomplete: '请填写全部内容；原因至少 4 个字。',
  asked: '已提出申请，等待审批。',
};

export type AccountWords = typeof zh;

const en: AccountWords = {
  title: 'My account',
  name: 'Name',
  unit: 'Unit',
  roles: 'Roles',
  noRoles: 'No role was granted yet, so only this page is open. The administrator of your unit asks for one.',
  sessions: 'Where you are signed in',
  sessionsLead: 'End at once what is not you, and tell the administrator of your unit.',
  device: 'Device',
  address: 'Network address',
  since: 'Signed in',
  seen: 'Last used',
  current: 'this session',
  end: 'End',
  act: 'Act',
  empty: 'Nowhere else.',
  devices: (browser, system) => `${browser} (${system})`,
  unknownDevice: 'Unknown device',
  delegate: 'Lend a role',
  delegateLead:
    'While you are away, a role that you hold yourself can be lent to a colleague of your unit, for at most 60 days, once somebody else has approved. An administrator’s role cannot be lent.',
  role: 'Role',
  to: 'Sign-in name of the colleague',
  until: 'Until (that day not included)',
  reason: 'Reason',
  reasonHelp: 'At least 4 characters; whoever approves reads it.',
  ask: 'Ask',
  incomplete: 'Fill in everything; the reason needs at least 4 characters.',
  asked: 'Asked for; it waits for approval.',
};

export const words: Bilingual<AccountWords> = { zh, en };
