/** Words of passkeys and of proving oneself again. */
import type { Bilingual } from '../language/language.ts';

const zh = {
  signIn: '用通行密钥登录',
  help: '用这台设备的指纹、面容或锁屏密码，不必输入密码和动态口令。先在“我的账户”中添加。',
  named: '在本机试用通行密钥，请从这里打开',
  abandoned: '设备没有给出通行密钥：可能已取消、超时，或者这台设备上没有。可以再试一次，或改用其他方式。',
  byPasskey: '用通行密钥验证',
  bySignOn: '到统一认证重新登录',
  bySignOnHelp: '在新打开的页面登录后回到这里，会自动继续。',
  nothing: '这个网址下没有可用的验证方式。请退出后重新登录，再做这项操作。',
};
const en: typeof zh = {
  signIn: 'Sign in with a passkey',
  help: 'By fingerprint, face or screen lock of this device, without password and code. Add one under “My account” first.',
  named: 'To try passkeys on this machine, open',
  abandoned:
    'The device gave no passkey: it was cancelled, took too long, or there is none on it. Try again, or use another way.',
  byPasskey: 'Show a passkey',
  bySignOn: 'Sign in again at the city’s sign-on',
  bySignOnHelp: 'It opens beside this page; come back here afterwards and it goes on by itself.',
  nothing: 'There is no way to prove it under this address. Sign out, sign in again, and do it then.',
};
export const passkeyWords: Bilingual<typeof zh> = { zh, en };
