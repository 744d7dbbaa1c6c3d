/** Which passwords are refused: pure rules after NIST SP 800-63B § 5.1.1.2 (length and known lists, no composition). */
import { isBreached } from '../../platform/breached-passwords.ts';
import type { Platform } from '../../platform/index.ts';
import type { Words } from '../../platform/language.ts';
import { forbiddenWords } from '../../platform/password-words.ts';
import { Problem } from '../../platform/problem.ts';
import { commonPasswords } from './common-passwords.ts';
import { passwordRefused } from './problems.ts';
import { settings } from './settings.ts';

/** Why a password is refused. */
export type PasswordFault =
  | 'too-short'
  | 'too-long'
  | 'contains-name'
  | 'contains-word'
  | 'too-common'
  | 'breached';

function isMonotonous(password: string): boolean {
  return new Set(password).size < 4;
}

/**
 * The first reason to refuse `password` for the account `loginName`, or undefined when it may be used. `words`, in lower
 * case, may not stand in it. Length counts characters, not UTF-16 units.
 */
export function checkPassword(
  password: string,
  loginName: string,
  words: readonly string[] = [],
): PasswordFault | undefined {
  const length = [...password].length;
  if (length < settings.passwordShortest) return 'too-short';
  if (length > settings.passwordLongest) return 'too-long';
  const lower = password.toLowerCase();
  if (lower.includes(loginName.toLowerCase())) return 'contains-name';
  if (words.some((word) => lower.includes(word))) return 'contains-word';
  if (commonPasswords.has(lower) || isMonotonous(lower)) return 'too-common';
  return undefined;
}

const passwordFaults: Record<PasswordFault, Words> = {
  'too-short': { zh: '密码过短。', en: 'It is too short.' },
  'too-long': { zh: '密码过长。', en: 'It is too long.' },
  'contains-name': { zh: '密码包含登录名。', en: 'It contains the login name.' },
  'contains-word': {
    zh: '密码包含本平台、本市或本单位的名称、岗位名等容易猜到的词。',
    en: 'It contains a name of this platform, the city or the unit, or another word that is easily guessed here.',
  },
  breached: {
    zh: '这个密码已出现在公开泄露的密码库中。',
    en: 'It is among the passwords that are known to have been lost elsewhere.',
  },
  'too-common': {
    zh: '这是常见密码或只用了几个字符。',
    en: 'It is a well-known password, or uses only a few characters.',
  },
};

/** Whose password it is to be: what others can guess of it. */
export type PasswordOwner = {
  readonly loginName: string;
  readonly unit: { readonly code: string; readonly name: Words };
};

// Shorter parts stand in too many honest words.
const shortestCode = 4;
const shortestWord = 5;

/** What the name of the unit gives to guess: its code, its Chinese name, the longer words of the English one. */
function wordsOf({ unit: { code, name } }: PasswordOwner): string[] {
  const english = name.en.toLowerCase().match(/[a-z]+/g) ?? [];
  return [
    ...(code.length >= shortestCode ? [code.toLowerCase()] : []),
    name.zh,
    ...english.filter((word) => word.length >= shortestWord),
  ];
}

/** The problem password-refused with its reason, or undefined when the password may be used. */
export async function passwordProblem(
  { config }: Pick<Platform, 'config'>,
  password: string,
  owner: PasswordOwner,
): Promise<Problem | undefined> {
  const words = [...forbiddenWords(config), ...wordsOf(owner)];
  const { breachedPasswords: list } = config;
  const fault =
    checkPassword(password, owner.loginName, words) ??
    (list !== undefined && (await isBreached(list, password)) ? 'breached' : undefined);
  return fault && new Problem(passwordRefused, { detail: passwordFaults[fault] });
}
