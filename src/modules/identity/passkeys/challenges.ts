/** Challenges for passkeys: 256 random bits, kept as a hash, good once and for five minutes. */
import { randomToken, sha256 } from '../../../platform/crypto.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { insertChallenge, type Purpose, takeChallenge } from '../queries/passkeys.ts';
import { settings } from '../settings.ts';

/** What a challenge is for, and whose; null where nobody is known yet. */
export type ChallengeFor = { readonly purpose: Purpose; readonly accountId: string | null };

/** A new challenge, base64url. */
export async function giveChallenge({ db, clock }: Platform, what: ChallengeFor): Promise<string> {
  const challenge = randomToken(32);
  const at = clock.now();
  const expiresAt = new Date(at.getTime() + settings.passkeyChallenge);
  await insertChallenge(db.app, { ...what, hash: sha256(challenge), at, expiresAt });
  return challenge;
}

/** The challenge that the browser signed, as it says itself; undefined for what is no client data. */
export function challengeIn(clientDataJSON: string): string | undefined {
  try {
    const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString('utf8')) as {
      challenge?: unknown;
      crossOrigin?: unknown;
    };
    // Our pages stand in nobody's frame.
    if (data.crossOrigin === true) return undefined;
    return typeof data.challenge === 'string' ? data.challenge : undefined;
  } catch {
    return undefined;
  }
}

/** Uses a challenge up. @returns whether it was given out for this and still held */
export function spendChallenge(
  db: Queryable,
  at: Date,
  challenge: string,
  what: ChallengeFor,
): Promise<boolean> {
  return takeChallenge(db, { ...what, hash: sha256(challenge), at });
}
