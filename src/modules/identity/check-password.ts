/** Which passwords are refused: pure rules after NIST SP 800-63B § 5.1.1.2 (length and known lists, no composition). */
import type { Words } from '../../platform/language.ts';
import { Problem } from '../../platform/problem.ts';
import { commonPasswords } from './common-passwords.ts';
import { passwordRefused } from './problems.ts';
import { settings } from './settings.ts';

/** Why a password is refused. */
export type PasswordFault = 'too-short' | 'too-long' | 'contains-name' | 'too-common';

function isMonotonous(password: string): boolean {
  return new Set(password).size < 4;
}

/**
 * The first reason to refuse `password` for the account `loginName`, or undefined when it may be used.
 * Length counts characters, not UTF-16 units.
 */
export function checkPassword(password: string, loginName: string): PasswordFault | undefined {
  const length = [...password].length;
  if (length < settings.passwordShortest) return 'too-short';
  if (length > settings.passwordLongest) return 'too-long';
  const lower = password.toLowerCase();
  if (lower.includes(loginName.toLowerCase())) return 'contains-name';
  if (commonPasswords.has(lower) || isMonotonous(lower)) return 'too-common';
  return undefined;
}

const passwordFaults: Record<PasswordFault, Words> = {
  'too-short': { zh: '密码过短。', en: 'It is too short.' },
  'too-long': { zh: '密码过长。', en: 'It is too long.' },
  'contains-name': { zh: '密码包含登录名。', en: 'It contains the login name.' },
  'too-common': {
    zh: '这是常见密码或只用了几个字符。',
    en: 'It is a well-known password, or uses only a few characters.',
  },
};

/** The problem password-refused with its reason, or undefined when the password may be used. */
export function passwordProblem(password: string, loginName: string): Problem | undefined {
  const fault = checkPassword(password, loginName);
  return fault && new Problem(passwordRefused, { detail: passwordFaults[fault] });
}
