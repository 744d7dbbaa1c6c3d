/** The settings of the city's sign-on, read from the environment; the secret lies in a file of its own. */
import { readFileSync } from 'node:fs';
import { isLoopbackHost } from './config-values.ts';

/** What a sign-on says of somebody, by our names; a city's may call them otherwise. */
export const claimNames = ['officer_login', 'uscc', 'agent', 'identity_number'] as const;
export type ClaimName = (typeof claimNames)[number];

/** Where the city's OpenID provider stands and as whom we speak to it. */
export type SignOnSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claims that the provider calls otherwise. */
  readonly claims?: Readonly<Partial<Record<ClaimName, string>>>;
  /** Values of `acr` that tell of two factors; besides them `amr` counts. */
  readonly acr?: readonly string[];
  /** The value of `acr` that tells of an organisation's e-licence (电子营业执照); absent: that way in is not offered. */
  readonly eLicence?: string;
};

/** Plain HTTP goes to this machine alone. */
export function isLoopback(issuer: string): boolean {
  return isLoopbackHost(new URL(issuer).hostname);
}

type Refusal = (sentence: string) => Error;

/** GONGXIN_SIGN_ON_CLAIMS: `ours=theirs`, with spaces between. */
function readClaimNames(env: NodeJS.ProcessEnv, refusal: Refusal): SignOnSettings['claims'] {
  const text = env['GONGXIN_SIGN_ON_CLAIMS']?.trim();
  if (!text) return undefined;
  const pairs = text.split(/\s+/).map((pair) => pair.split('='));
  const isGood = pairs.every(
    ([ours = '', theirs = '', ...more]) =>
      claimNames.includes(ours as ClaimName) && theirs !== '' && more.length === 0,
  );
  if (isGood) return Object.fromEntries(pairs);
  throw refusal(
    `GONGXIN_SIGN_ON_CLAIMS 应写成“我方名称=对方名称”，以空格分隔，我方名称为 ${claimNames.join('、')}。` +
      `GONGXIN_SIGN_ON_CLAIMS must be pairs of our name = theirs with spaces between; ours are ${claimNames.join(', ')}.`,
  );
}

/** undefined when none of the three is set; anything between that and a whole is refused by `refusal`. */
export function readSignOn(env: NodeJS.ProcessEnv, refusal: Refusal): SignOnSettings | undefined {
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
  const claims = readClaimNames(env, refusal);
  const acr = env['GONGXIN_SIGN_ON_ACR']?.trim();
  const eLicence = env['GONGXIN_SIGN_ON_E_LICENCE']?.trim();
  return {
    issuer,
    clientId,
    clientSecret,
    ...(claims ? { claims } : {}),
    ...(acr ? { acr: acr.split(/\s+/) } : {}),
    ...(eLicence ? { eLicence } : {}),
  };
}
