/** Opens a machine client of a unit, and gives it secrets and keys that may overlap while one replaces the other. */
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { randomId, randomToken, sha256 } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { logState } from '../transparency/index.ts';
import { clientSource } from './log-sources.ts';
import { clientRefused, unitUnknown } from './problems.ts';
import { insertClient, insertCredential } from './queries/clients.ts';
import { selectUnit } from './queries/units.ts';

/** How a client is limited; `networks` in CIDR notation, none for anywhere; `quota` in requests a day, null for any number. */
export type ClientLimits = {
  readonly scopes?: readonly string[];
  readonly networks?: readonly string[];
  readonly quota?: number | null;
};

/** A public key by which a client signs (RFC 7517), or nothing for a secret made here; half-open until `until`. */
export type NewCredential = {
  readonly jwk?: Readonly<Record<string, unknown>>;
  readonly until?: Date | null;
  readonly createdBy: string;
};

/** What was made; the secret is shown once and never again. */
export type MadeCredential = { readonly credentialId: string; readonly clientSecret?: string };

const algorithms: Readonly<Record<string, string>> = { 'P-256': 'ES256', Ed25519: 'Ed25519' };
const shortestRsa = 2048;

/** The key alone, with the one algorithm that it may sign with. @throws Problem client-refused */
export function publicJwk(jwk: Readonly<Record<string, unknown>>): object {
  if ('d' in jwk || jwk['kty'] === 'oct') throw new Problem(clientRefused);
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    const plain = key.export({ format: 'jwk' });
    const isRsa = plain.kty === 'RSA' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= shortestRsa;
    const alg = isRsa ? 'PS256' : algorithms[plain.crv ?? ''];
    if (alg === undefined) throw new Problem(clientRefused);
    const kid = typeof jwk['kid'] === 'string' ? { kid: jwk['kid'] } : {};
    return { ...plain, ...kid, alg, use: 'sig' };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(clientRefused, { cause: error });
  }
}

/** Gives an open client another credential; those it has go on until they are ended. @throws Problem client-refused */
export async function addCredential(
  platform: Platform,
  tx: Tx,
  clientId: string,
  { jwk, until = null, createdBy }: NewCredential,
): Promise<MadeCredential> {
  const credentialId = newId();
  const since = platform.clock.now();
  const key = jwk === undefined ? null : publicJwk(jwk);
  // 256 random bits cannot be guessed however fast the hash is, so SHA-256 protects the stored secret as well as
  // argon2id would, without its cost on each token; slow hashes are for secrets that people choose.
  const clientSecret = key === null ? randomToken(32) : undefined;
  const secretHash = clientSecret === undefined ? null : sha256(clientSecret);
  await insertCredential(tx, { credentialId, clientId, secretHash, jwk: key, since, until, createdBy });
  await logState(tx, clientSource);
  return { credentialId, ...(clientSecret === undefined ? {} : { clientSecret }) };
}

/**
 * Opens a client that acts for `unit`, with its first credential.
 * @throws Problem unit-unknown, client-refused
 */
export async function openClient(
  platform: Platform,
  tx: Tx,
  unit: string,
  first: NewCredential & ClientLimits & { readonly clientId?: string; readonly name?: string },
): Promise<MadeCredential & { readonly clientId: string }> {
  if (!(await selectUnit(tx, unit))) throw new Problem(unitUnknown);
  const { clientId = randomId(), name = '', scopes = [], networks = [], quota = null, ...credential } = first;
  const limits = { scopes, networks, quota };
  await insertClient(tx, { clientId, unit, name, ...limits, createdAt: platform.clock.now() });
  return { clientId, ...(await addCredential(platform, tx, clientId, credential)) };
}

/** Opens a client with a secret and the scopes, for the installation itself. @throws Problem unit-unknown */
export async function createClient(
  platform: Platform,
  unit: string,
  scopes: readonly string[] = [],
  name = '',
): Promise<{ readonly clientId: string; readonly clientSecret: string }> {
  const first = { createdBy: 'installation', scopes, name };
  const { clientId, clientSecret } = await platform.db.app.transaction((tx) =>
    openClient(platform, tx, unit, first),
  );
  if (clientSecret === undefined) throw new Error('a client without a key was given no secret');
  return { clientId, clientSecret };
}
