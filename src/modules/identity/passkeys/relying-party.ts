/** Whom a passkey is made for: our host name and our origin, as the browser sees them (WebAuthn Level 3 § 5.1.7, § 13.4.9). */
import type { FastifyRequest } from 'fastify';
import { browserOrigin } from '../../../platform/http/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { passkeysNotHere } from './problems.ts';

/** `id` is the domain that the passkey belongs to, `origin` the one page that may ask for it. */
export type RelyingParty = { readonly id: string; readonly origin: string };

/** undefined under a bare address, and over plain HTTP anywhere but on `localhost`: browsers have no passkeys there. */
export function findRelyingParty(request: FastifyRequest): RelyingParty | undefined {
  const seen = browserOrigin(request);
  if (!URL.canParse(seen)) return undefined;
  const { origin, protocol, hostname } = new URL(seen);
  const isAddress = /^\[|^\d+(\.\d+){3}$/.test(hostname);
  const isSecure = protocol === 'https:' || hostname === 'localhost';
  return isSecure && !isAddress ? { id: hostname, origin } : undefined;
}

/** @throws Problem passkeys-not-here */
export function relyingParty(request: FastifyRequest): RelyingParty {
  const party = findRelyingParty(request);
  if (!party) throw new Problem(passkeysNotHere);
  return party;
}
