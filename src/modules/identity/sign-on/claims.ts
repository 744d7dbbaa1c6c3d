/** Who the city's sign-on says somebody is, and whether it saw a second factor. */
import { sha256 } from '../../../platform/crypto.ts';
import { Problem } from '../../../platform/problem.ts';
import type { ClaimName, SignOnSettings } from '../../../platform/sign-on-settings.ts';
import { signOnClaimsUnclear } from './problems.ts';

/** Exactly one of the three; the identity number is used for finding and nothing else. */
export type Claimed =
  | { readonly kind: 'officer'; readonly loginName: string }
  | { readonly kind: 'organisation'; readonly uscc: string; readonly agentId: string | undefined }
  | { readonly kind: 'person'; readonly identityNumber: string };

export type Claims = Readonly<Record<string, unknown>>;

/** What the provider is said to call its claims, and which levels count. */
export type Reading = Pick<SignOnSettings, 'claims' | 'acr' | 'eLicence'>;

function textOf(claims: Claims, { claims: names }: Reading, name: ClaimName): string | undefined {
  const value = claims[names?.[name] ?? name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Whether one of the three claims is there. */
export function namesSomebody(claims: Claims, reading: Reading): boolean {
  const names = ['officer_login', 'uscc', 'identity_number'] as const;
  return names.some((name) => textOf(claims, reading, name) !== undefined);
}

/** @throws Problem sign-on-claims-unclear where none or several are given */
export function readClaims(claims: Claims, reading: Reading): Claimed {
  const loginName = textOf(claims, reading, 'officer_login');
  const uscc = textOf(claims, reading, 'uscc');
  const identityNumber = textOf(claims, reading, 'identity_number');
  if ([loginName, uscc, identityNumber].filter((value) => value !== undefined).length !== 1)
    throw new Problem(signOnClaimsUnclear);
  if (loginName !== undefined) return { kind: 'officer', loginName: loginName.toLowerCase() };
  if (uscc !== undefined)
    return { kind: 'organisation', uscc: uscc.toUpperCase(), agentId: textOf(claims, reading, 'agent') };
  return { kind: 'person', identityNumber: identityNumber ?? '' };
}

// RFC 8176 § 2; 'sms' is left out, since numbers can be taken over.
const known = new Set(['pwd', 'pin', 'kba']);
const held = new Set(['otp', 'hwk', 'swk', 'sc', 'pop']);
const bodily = new Set(['fpt', 'face', 'iris', 'retina', 'vbm']);

/** Whether the level of assurance is one that the settings name, or `amr` tells of two factors of different kinds (RFC 8176). */
export function hasSecondFactor({ acr, amr }: Claims, reading: Reading): boolean {
  if (typeof acr === 'string' && reading.acr?.includes(acr)) return true;
  const methods = Array.isArray(amr) ? amr : [];
  if (methods.includes('mfa')) return true;
  return [known, held, bodily].filter((kind) => methods.some((method) => kind.has(method))).length >= 2;
}

/** Whether an organisation's e-licence was shown there. */
export function isByELicence({ acr }: Claims, { eLicence }: Reading): boolean {
  return eLicence !== undefined && acr === eLicence;
}

/** Issuer and subject identifier in one: the pair that a provider never gives to somebody else (OpenID Connect Core § 5.7). */
export function identityOf({ iss, sub }: Claims): string {
  return sha256(JSON.stringify([iss, sub]));
}

/** When the provider saw them sign in, in its own word; long ago where it says nothing. */
export function signedInAt(claims: Claims): Date {
  const seconds = claims['auth_time'];
  return new Date(typeof seconds === 'number' ? seconds * 1_000 : 0);
}
