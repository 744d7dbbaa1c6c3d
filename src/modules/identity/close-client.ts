/** Ends what machine clients come in by: a client, for instance when its secret leaked, or one of its credentials. */
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { logState } from '../transparency/index.ts';
import { clientSource } from './log-sources.ts';
import { clientUnknown, credentialEndRefused } from './problems.ts';
import { endCredential, setClientClosed } from './queries/clients.ts';

/** Its tokens end with it. @throws Problem client-unknown when there is none, or it is closed already */
export async function closeClient(platform: Platform, clientId: string): Promise<void> {
  await platform.db.app.transaction(async (tx) => {
    if (!(await setClientClosed(tx, clientId, platform.clock.now()))) throw new Problem(clientUnknown);
    await logState(tx, clientSource);
  });
}

/**
 * Ends one key or secret, now or on a day to come; the others go on.
 * @throws Problem credential-end-refused for a moment that is over, client-unknown when it has ended by then anyway
 */
export async function closeCredential(
  platform: Platform,
  clientId: string,
  credentialId: string,
  until?: Date,
): Promise<void> {
  const now = platform.clock.now();
  if (until !== undefined && until <= now) throw new Problem(credentialEndRefused);
  await platform.db.app.transaction(async (tx) => {
    if (!(await endCredential(tx, clientId, credentialId, until ?? now))) throw new Problem(clientUnknown);
    await logState(tx, clientSource);
  });
}
