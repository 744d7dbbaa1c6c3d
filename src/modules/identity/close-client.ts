/** Closes a machine client, for instance when its secret leaked; its tokens end with it. */
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { clientUnknown } from './problems.ts';
import { setClientClosed } from './queries/clients.ts';

/** @throws Problem client-unknown when there is none, or it is closed already */
export async function closeClient(platform: Platform, clientId: string): Promise<void> {
  if (!(await setClientClosed(platform.db.app, clientId, platform.clock.now())))
    throw new Problem(clientUnknown);
}
