/** How somebody signed in can show a second factor again, and until when the one shown counts as fresh. */
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { selectCredentials } from './queries/passkeys.ts';
import { selectFactors } from './queries/second-factor.ts';
import { factorShownAt } from './queries/session-list.ts';
import { hasSignOn } from './queries/sign-on.ts';
import { settings } from './settings.ts';

/** The ways that are open to this account, and the end of the freshness. */
export type OwnFactors = {
  readonly code: boolean;
  readonly passkey: boolean;
  readonly signOn: boolean;
  readonly freshUntil: Date;
};

export async function ownFactors(platform: Platform, accountId: string, token: string): Promise<OwnFactors> {
  const { app } = platform.db;
  const { totpSealed } = await selectFactors(app, accountId);
  const shownAt = await factorShownAt(app, sha256(token));
  return {
    code: totpSealed !== null,
    passkey: (await selectCredentials(app, accountId)).length > 0,
    signOn: platform.config.signOn !== undefined && (await hasSignOn(app, accountId)),
    freshUntil: new Date((shownAt?.getTime() ?? 0) + settings.factorFresh),
  };
}
