/** Why a passkey is not taken. */
import { defineProblem } from '../../../platform/problem.ts';

/** One answer for whatever is wrong: challenge, origin, signature, counter, no verification, or a passkey nobody has. */
export const passkeyRefused = defineProblem({
  type: 'passkey-refused',
  status: 401,
  title: { zh: '通行密钥没有通过验证', en: 'The passkey was not accepted' },
  advice: {
    zh: '请在五分钟内完成，并按设备提示验证指纹、面容或锁屏密码，然后重试。这把通行密钥可能已从账户中移除；也可以改用密码和动态口令登录。',
    en: 'Try again within five minutes, and show fingerprint, face or the screen lock when the device asks. The passkey may have been removed from the account; password and code work too.',
  },
});

export const passkeysNotHere = defineProblem({
  type: 'passkeys-not-here',
  status: 409,
  title: { zh: '这个网址不能使用通行密钥', en: 'Passkeys do not work under this address' },
  advice: {
    zh: '通行密钥只认域名和 https。请用平台的正式网址打开；在本机试用的，请把地址栏中的 127.0.0.1 改为 localhost。',
    en: 'Passkeys belong to a domain name and want https. Open the platform under its own name; on this machine, write localhost instead of 127.0.0.1.',
  },
});

export const passkeyNotFound = defineProblem({
  type: 'passkey-not-found',
  status: 404,
  title: { zh: '没有这把通行密钥', en: 'There is no such passkey' },
  advice: {
    zh: '它可能已经移除。刷新“我的账户”可看到现有的通行密钥。',
    en: 'It may have been removed already. Reload “My account” to see those that are there.',
  },
});

export const passkeysFull = defineProblem({
  type: 'passkeys-full',
  status: 409,
  title: { zh: '通行密钥已有 10 把', en: 'There are ten passkeys already' },
  advice: {
    zh: '请先移除不再使用的通行密钥，再添加新的。',
    en: 'Remove one that is no longer used, then add the new one.',
  },
});
