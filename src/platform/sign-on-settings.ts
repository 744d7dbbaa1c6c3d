/** The settings of the city's sign-on, read from the environment; the secret lies in a file of its own. */
import { readFileSync } from 'node:fs';

/** Where the city's OpenID provider stands and as whom we speak to it. */
export type SignOnSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Plain HTTP goes to this machine alone. */
export function isLoopback(issuer: string): boolean {
  return loopback.has(new URL(issuer).hostname);
}

/** undefined when none of the three is set; anything between that and a whole is refused by `refusal`. */
export function readSignOn(
  env: NodeJS.ProcessEnv,
  refusal: (sentence: string) => Error,
): SignOnSettings | undefined {
  const issuer = env['GONGXIN_SIGN_ON_ISSUER']?.trim();
  const clientId = env['GONGXIN_SIGN_ON_CLIENT']?.trim();
  const secretFile = env['GONGXIN_SIGN_ON_SECRET_FILE']?.trim();
  if (!issuer && !clientId && !secretFile) return undefined;
  if (!issuer || !clientId || !secretFile)
    throw refusal(
      'GONGXIN_SIGN_ON_ISSUER、GONGXIN_SIGN_ON_CLIENT、GONGXIN_SIGN_ON_SECRET_FILE 须同时设置。' +
        'Set all three of GONGXIN_SIGN_ON_ISSUER, GONGXIN_SIGN_ON_CLIENT and GONGXIN_SIGN_ON_SECRET_FILE, or none.',
    );
  if (!URL.canParse(issuer) || !(issuer.startsWith('https://') || isLoopback(issuer)))
    throw refusal(
      'GONGXIN_SIGN_ON_ISSUER 应以 https:// 开头。GONGXIN_SIGN_ON_ISSUER must begin with https://.',
    );
  let clientSecret: string;
  try {
    clientSecret = readFileSync(secretFile, 'utf8').trim();
  } catch {
    clientSecret = '';
  }
  if (clientSecret === '')
    throw refusal(
      'GONGXIN_SIGN_ON_SECRET_FILE 所指的文件不存在、不可读或为空。The file of GONGXIN_SIGN_ON_SECRET_FILE is missing, unreadable or empty.',
    );
  return { issuer, clientId, clientSecret };
}
