/** Pausing a source and letting it go on: its unit's own matter. */
import type { SignedInActor } from '../../../platform/actor.ts';
import { isId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { sourceNotFound } from '../problems.ts';
import { selectSource, setPaused, setResumed } from '../queries/pull-sources.ts';

/** Resuming agrees to the columns as they are now. @throws Problem source-not-found, also for another unit's */
export async function steerSource(
  platform: Platform,
  actor: SignedInActor,
  sourceId: string,
  to: 'pause' | 'resume',
): Promise<void> {
  const source = isId(sourceId) ? await selectSource(platform.db.app, sourceId) : undefined;
  if (source?.unit !== actor.unit) throw new Problem(sourceNotFound);
  const at = platform.clock.now();
  await platform.db.app.query(to === 'pause' ? setPaused(sourceId, at) : setResumed(sourceId, at));
}
