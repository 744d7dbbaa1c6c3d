/** An account's passkeys: adding one after a fresh factor, listing and removing them. */
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { lockAccount } from '../queries/accounts.ts';
import { deletePasskey, insertPasskey, selectCredentials, selectPasskeys } from '../queries/passkeys.ts';
import { settings } from '../settings.ts';
import { tell } from '../sign-in-log.ts';
import { challengeIn, giveChallenge, spendChallenge } from './challenges.ts';
import { passkeyNotFound, passkeyRefused, passkeysFull } from './problems.ts';
import type { RelyingParty } from './relying-party.ts';

// ES256, EdDSA and RS256 (COSE): what authenticators make; no attestation is asked for, since no make is preferred.
const algorithms = [-8, -7, -257];

/** Whose passkey: its number is the user handle, the name is shown by the device when it asks. */
export type Owner = { readonly accountId: string; readonly name: string };

/**
 * What `navigator.credentials.create` is given.
 * @throws Problem passkeys-full
 */
export async function beginRegistration(
  platform: Platform,
  party: RelyingParty,
  { accountId, name }: Owner,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await selectCredentials(platform.db.app, accountId);
  if (known.length >= settings.passkeysAnAccount) throw new Problem(passkeysFull);
  const challenge = await giveChallenge(platform, { purpose: 'register', accountId });
  return generateRegistrationOptions({
    rpName: '公信 Gongxin',
    rpID: party.id,
    userName: name,
    userDisplayName: name,
    userID: new Uint8Array(Buffer.from(accountId)),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: settings.passkeyChallenge,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId.toString('base64url') })),
    // Found without a name typed first, and two factors at once: the device, and who unlocks it.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  });
}

async function judge(party: RelyingParty, credential: RegistrationResponseJSON, challenge: string) {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: credential,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  });
  if (!verified) throw new Error('the attestation does not hold');
  return registrationInfo;
}

/**
 * Judges what the authenticator made and keeps the public key.
 * @throws Problem passkey-refused, passkeys-full
 */
export async function finishRegistration(
  platform: Platform,
  party: RelyingParty,
  { accountId }: Pick<Owner, 'accountId'>,
  given: { readonly name: string; readonly credential: RegistrationResponseJSON },
): Promise<string> {
  const { credential, name } = given;
  const { app } = platform.db;
  const at = platform.clock.now();
  const challenge = challengeIn(credential.response.clientDataJSON);
  const isOurs =
    challenge !== undefined && (await spendChallenge(app, at, challenge, { purpose: 'register', accountId }));
  if (!isOurs) throw new Problem(passkeyRefused);
  const made = await judge(party, credential, challenge).catch((error: Error) => {
    tell(platform, { event: 'passkey-registered', outcome: 'refused', accountId, why: error.name });
    throw new Problem(passkeyRefused);
  });
  const passkeyId = newId();
  await app.transaction(async (tx) => {
    // Two at once must not make eleven.
    await lockAccount(tx, accountId);
    if ((await selectCredentials(tx, accountId)).length >= settings.passkeysAnAccount)
      throw new Problem(passkeysFull);
    const isNew = await insertPasskey(tx, {
      passkeyId,
      accountId,
      credentialId: Buffer.from(made.credential.id, 'base64url'),
      publicKey: Buffer.from(made.credential.publicKey),
      counter: made.credential.counter,
      transports: made.credential.transports ?? [],
      name,
      isBackedUp: made.credentialBackedUp,
      createdAt: at,
    });
    if (!isNew) throw new Problem(passkeyRefused);
  });
  tell(platform, { event: 'passkey-registered', outcome: 'done', accountId });
  return passkeyId;
}

/** The passkeys of an account, oldest first. */
export const listPasskeys = ({ db }: Platform, accountId: string) => selectPasskeys(db.app, accountId);

/** @throws Problem passkey-not-found */
export async function removePasskey(platform: Platform, accountId: string, passkeyId: string): Promise<void> {
  if (!(await deletePasskey(platform.db.app, accountId, passkeyId))) throw new Problem(passkeyNotFound);
  tell(platform, { event: 'passkey-removed', outcome: 'done', accountId });
}
