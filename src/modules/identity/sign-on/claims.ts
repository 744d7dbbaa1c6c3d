/** Who the city's sign-on says somebody is, and whether it saw a second factor. */
import { Problem } from '../../../platform/problem.ts';
import { signOnClaimsUnclear } from './problems.ts';

/** Exactly one of the three; the identity number is used for finding and nothing else. */
export type Claimed =
  | { readonly kind: 'officer'; readonly loginName: string }
  | { readonly kind: 'organisation'; readonly uscc: string; readonly agentId: string | undefined }
  | { readonly kind: 'person'; readonly identityNumber: string };

type Claims = Readonly<Record<string, unknown>>;

function textOf(claims: Claims, name: string): string | undefined {
  const value = claims[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Whether one of the three claims is there. */
export function namesSomebody(claims: Claims): boolean {
  return ['officer_login', 'uscc', 'identity_number'].some((name) => textOf(claims, name) !== undefined);
}

/** @throws Problem sign-on-claims-unclear where none or several are given */
export function readClaims(claims: Claims): Claimed {
  const loginName = textOf(claims, 'officer_login');
  const uscc = textOf(claims, 'uscc');
  const identityNumber = textOf(claims, 'identity_number');
  if ([loginName, uscc, identityNumber].filter((value) => value !== undefined).length !== 1)
    throw new Problem(signOnClaimsUnclear);
  if (loginName !== undefined) return { kind: 'officer', loginName: loginName.toLowerCase() };
  if (uscc !== undefined)
    return { kind: 'organisation', uscc: uscc.toUpperCase(), agentId: textOf(claims, 'agent') };
  return { kind: 'person', identityNumber: identityNumber ?? '' };
}

// RFC 8176 § 2; 'sms' is left out, since numbers can be taken over.
const known = new Set(['pwd', 'pin', 'kba']);
const held = new Set(['otp', 'hwk', 'swk', 'sc', 'pop']);
const bodily = new Set(['fpt', 'face', 'iris', 'retina', 'vbm']);

/** Whether `amr` tells of two factors of different kinds (RFC 8176). */
export function hasSecondFactor(amr: unknown): boolean {
  const methods = Array.isArray(amr) ? amr : [];
  if (methods.includes('mfa')) return true;
  return [known, held, bodily].filter((kind) => methods.some((method) => kind.has(method))).length >= 2;
}
