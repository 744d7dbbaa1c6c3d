/** One try to sign in: counted as a failure before it is judged, taken back when it was right. */
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { tooManyRequests } from '../../platform/problems.ts';
import { signInLocked } from './problems.ts';
import { isLocked } from './queries/accounts.ts';
import { settings } from './settings.ts';
import { countAddress } from './sign-in-limits.ts';

/** The name is locked; when to come back. */
export function lockedProblem(): Problem {
  return new Problem(signInLocked, { headers: { 'retry-after': String(settings.lock / 1_000) } });
}

/** Counts a try from `address`. @throws Problem too-many-requests */
export async function countTurn(platform: Platform, address: string): Promise<void> {
  const wait = await countAddress(platform, address);
  if (wait > 0) throw new Problem(tooManyRequests, { headers: { 'retry-after': String(wait) } });
}

/** What a wrong try is answered: `otherwise`, or that it was the one that locked the name. */
export async function refusalOf(platform: Platform, accountId: string, otherwise: Problem): Promise<Problem> {
  return (await isLocked(platform.db.app, accountId, platform.clock.now())) ? lockedProblem() : otherwise;
}
