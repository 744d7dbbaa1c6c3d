/** Ends the grant of a role before its time, and with it what was delegated from it. */
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { logRows } from '../transparency/index.ts';
import { grantUnknown } from './problems.ts';
import { endGrantRow, selectGrant, selectOpenGrantIds } from './queries/role-grants.ts';

/** Who ends it, as actorName writes it, and why. */
export type Ending = { readonly by: string; readonly reason: string };

async function end(platform: Platform, tx: Tx, grantIds: readonly string[], ending: Ending): Promise<void> {
  const at = platform.clock.now();
  for (const grantId of grantIds) {
    const entryId = newId();
    if (await endGrantRow(tx, grantId, { ...ending, at, entryId }))
      await logRows(tx, {
        source: 'identity.role_grant_end',
        entryId,
        rows: 1,
        reference: `grant:${grantId}`,
      });
  }
}

/** Ends one grant. @throws Problem grant-unknown */
export async function endGrant(platform: Platform, tx: Tx, grantId: string, ending: Ending): Promise<void> {
  const grant = await selectGrant(tx, grantId, platform.clock.today());
  if (!grant) throw new Problem(grantUnknown);
  const { accountId, role, delegatedBy } = grant;
  const delegated =
    delegatedBy === null ? await selectOpenGrantIds(tx, accountId, { delegated: true, role }) : [];
  await end(platform, tx, [grantId, ...delegated], ending);
}

/** Ends all that an account holds or has delegated, when its person leaves. */
export async function endGrantsOf(
  platform: Platform,
  tx: Tx,
  accountId: string,
  ending: Ending,
): Promise<void> {
  for (const delegated of [false, true])
    await end(platform, tx, await selectOpenGrantIds(tx, accountId, { delegated }), ending);
}
