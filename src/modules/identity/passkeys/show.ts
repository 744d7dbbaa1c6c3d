/** Showing a passkey: for signing in, where it counts as two factors, and for proving oneself again. */
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { sha256 } from '../../../platform/crypto.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import type { Officer } from '../may-decide.ts';
import { type Entered, openSession, type Whence } from '../open-session.ts';
import { clearFailures } from '../queries/accounts.ts';
import { advancePasskey, findPasskey, type KnownPasskey, selectCredentials } from '../queries/passkeys.ts';
import { renewSession } from '../renew-session.ts';
import { settings } from '../settings.ts';
import { forgiveAddress } from '../sign-in-limits.ts';
import { told } from '../sign-in-log.ts';
import { countTurn } from '../sign-in-turn.ts';
import { type ChallengeFor, challengeIn, giveChallenge, spendChallenge } from './challenges.ts';
import { passkeyRefused } from './problems.ts';
import type { RelyingParty } from './relying-party.ts';

async function askFor(
  platform: Platform,
  party: RelyingParty,
  what: ChallengeFor,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = await giveChallenge(platform, what);
  const known = what.accountId === null ? [] : await selectCredentials(platform.db.app, what.accountId);
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: settings.passkeyChallenge,
    userVerification: 'required',
    allowCredentials: known.map(({ credentialId }) => ({ id: credentialId.toString('base64url') })),
  });
}

/** Whether signature, origin, domain, verification and counter hold; any fault of what was sent is a no. */
async function holds(
  party: RelyingParty,
  credential: AuthenticationResponseJSON,
  challenge: string,
  { publicKey, counter }: KnownPasskey,
) {
  return verifyAuthenticationResponse({
    response: credential,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: { id: credential.id, publicKey: new Uint8Array(publicKey), counter },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }));
}

/**
 * Judges a passkey and takes its counter.
 * @throws Problem passkey-refused
 */
async function judge(
  platform: Platform,
  party: RelyingParty,
  credential: AuthenticationResponseJSON,
  what: ChallengeFor,
): Promise<KnownPasskey> {
  const { app } = platform.db;
  const at = platform.clock.now();
  const refused = new Problem(passkeyRefused);
  const challenge = challengeIn(credential.response.clientDataJSON);
  if (challenge === undefined || !(await spendChallenge(app, at, challenge, what))) throw refused;
  const known = await findPasskey(app, Buffer.from(credential.id, 'base64url'), at);
  if (!known || (what.accountId !== null && known.account.accountId !== what.accountId)) throw refused;
  const { userHandle } = credential.response;
  const isOthers =
    userHandle !== undefined && Buffer.from(userHandle, 'base64url').toString() !== known.account.accountId;
  if (isOthers) throw refused;
  const { verified, authenticationInfo: info } = await holds(party, credential, challenge, known);
  if (!verified || !info) throw refused;
  const use = { counter: info.newCounter, isBackedUp: info.credentialBackedUp, at };
  if (!(await advancePasskey(app, known.passkeyId, use))) throw refused;
  return known;
}

/**
 * What `navigator.credentials.get` is given at the sign-in page; whoever has a passkey chooses it there, no name is typed.
 * Asking counts as a try of the address until it succeeds.
 * @throws Problem too-many-requests
 */
export async function askForSignIn(platform: Platform, party: RelyingParty, address: string) {
  await countTurn(platform, address);
  return askFor(platform, party, { purpose: 'sign-in', accountId: null });
}

/** Signs in by passkey. @throws Problem passkey-refused */
export function signInByPasskey(
  platform: Platform,
  party: RelyingParty,
  credential: AuthenticationResponseJSON,
  whence: Whence,
): Promise<Entered> {
  return told(
    platform,
    { event: 'sign-in', method: 'passkey' },
    async () => {
      const { account } = await judge(platform, party, credential, { purpose: 'sign-in', accountId: null });
      const entered = await platform.db.app.transaction((tx) =>
        openSession(platform, tx, account, { ...whence, method: 'passkey' }),
      );
      await forgiveAddress(platform, whence.address);
      return entered;
    },
    ({ account }) => ({ accountId: account.accountId }),
  );
}

/** What `navigator.credentials.get` is given for proving oneself again. */
export function askForStepUp(platform: Platform, party: RelyingParty, { accountId }: Officer) {
  return askFor(platform, party, { purpose: 'step-up', accountId });
}

/** Makes the factor of this session fresh. @returns its new token, as `renewSession` does @throws Problem passkey-refused */
export function stepUpByPasskey(
  platform: Platform,
  party: RelyingParty,
  officer: Officer,
  session: { readonly token: string; readonly credential: AuthenticationResponseJSON },
): Promise<string | undefined> {
  const { accountId } = officer;
  return told(platform, { event: 'step-up', method: 'passkey', accountId }, async () => {
    await judge(platform, party, session.credential, { purpose: 'step-up', accountId });
    await clearFailures(platform.db.app, accountId);
    return renewSession(platform, sha256(session.token));
  });
}
