/** Which passwords are refused: pure rules after NIST SP 800-63B § 5.1.1.2 (length and known lists, no composition). */
import { commonPasswords } from './common-passwords.ts';
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
