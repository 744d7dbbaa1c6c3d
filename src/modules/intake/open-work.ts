/** What waits at a unit: files in work, held rows, files with rows to mend. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { actsForCentre } from './acts-for-centre.ts';
import { openWork } from './queries/held-rows.ts';

/** Counts of open work of the actor's unit; for the centre, held rows are those assigned to it. */
export async function countOpenWork(
  platform: Platform,
  actor: SignedInActor,
): Promise<{ inWork: number; heldRows: number; withFindings: number }> {
  const since = new Date(platform.clock.now().getTime() - 30 * 86_400_000);
  const scope = { unitCode: actor.unit, centre: await actsForCentre(platform, actor) };
  return platform.db.app.one(openWork(scope, since));
}

/** The same of any unit, for whoever ends it: what is in work and held. */
export async function countWorkOf(
  platform: Platform,
  unit: string,
): Promise<{ inWork: number; heldRows: number }> {
  return platform.db.app.one(openWork({ unitCode: unit, centre: false }, platform.clock.now()));
}
