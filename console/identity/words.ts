/** Words of signing in and of the frame around every page. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  product: '公信业务平台',
  signIn: '登录',
  signInLead: '供归集责任单位和信用中心的工作人员使用。查询公示信息无需登录，请用公示门户。',
  portal: '公示门户',
  name: '登录名',
  nameHelp: '由本单位管理员开通，不是手机号。',
  password: '密码',
  enterName: '请填写登录名。',
  enterPassword: '请填写密码。',
  ended: '登录已失效，请重新登录',
  endedLead: '三十分钟没有操作或登录已到期。页面上填写的内容还在，登录后可继续。',
  otherAccount: '已换用另一账户登录，原页面的内容已关闭。',
  signOut: '退出',
  skip: '跳到正文',
  navigation: '主要功能',
  otherLanguage: 'English',
  demo: '演示数据：清和市为虚构城市，所有单位、企业和记录均非真实。',
  role: { 'data-officer': '数据专员', 'case-officer': '核实人员', administrator: '管理员' } as Record<
    string,
    string
  >,
  pages: {
    dashboard: '工作台',
    'hand-in': '报送',
    submissions: '我的报送',
    'held-rows': '待核实',
    records: '记录',
    calendar: '工作日历',
  },
  notFound: '没有这个页面',
  notFoundAdvice: '请从上方的功能中选择，或检查网址。',
  uploading: (name: string, share: string) => `正在上传 ${name}：${share}`,
  uploadDone: (name: string) => `${name} 已上传`,
  uploadFailed: (name: string) => `${name} 没有上传成功`,
  show: '查看',
};

export type IdentityWords = typeof zh;

const en: IdentityWords = {
  product: 'Gongxin console',
  signIn: 'Sign in',
  signInLead:
    'For officers of the units that hand in records and of the credit centre. Public records need no sign-in: use the portal.',
  portal: 'Public portal',
  name: 'Sign-in name',
  nameHelp: 'Given by the administrator of your unit; it is not a telephone number.',
  password: 'Password',
  enterName: 'Enter your sign-in name.',
  enterPassword: 'Enter your password.',
  ended: 'Your session has ended: sign in again',
  endedLead:
    'There was no activity for thirty minutes, or the session ran out. What you typed is still here; go on after signing in.',
  otherAccount: 'Another account signed in, so the page of the first one was closed.',
  signOut: 'Sign out',
  skip: 'Skip to content',
  navigation: 'Main functions',
  otherLanguage: '中文',
  demo: 'Demo data: Qinghe is an invented city; no unit, firm or record here is real.',
  role: { 'data-officer': 'Data officer', 'case-officer': 'Case officer', administrator: 'Administrator' },
  pages: {
    dashboard: 'Dashboard',
    'hand-in': 'Hand in',
    submissions: 'My submissions',
    'held-rows': 'Unsure matches',
    records: 'Records',
    calendar: 'Working days',
  },
  notFound: 'There is no such page',
  notFoundAdvice: 'Choose one of the functions above, or check the address.',
  uploading: (name, share) => `Uploading ${name}: ${share}`,
  uploadDone: (name) => `${name} is uploaded`,
  uploadFailed: (name) => `${name} was not uploaded`,
  show: 'Show',
};

export const words: Bilingual<IdentityWords> = { zh, en };
