/** Who holds which purpose today. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { Unit } from '../identity/index.ts';
import type { Purpose } from './purposes-data.ts';
import { purposesToday } from './queries/purposes.ts';

/** All purposes in force today, by name. */
export async function listPurposes(db: Queryable): Promise<Purpose[]> {
  return (await db.query<{ definition: Purpose }>(purposesToday())).map(({ definition }) => definition);
}

/** Whether an officer holds a purpose, by role and kind of unit. Machine clients hold none yet: they have no scopes. */
export function holds(actor: SignedInActor, unit: Unit, purpose: Purpose): boolean {
  if (purpose.holders !== 'officer' || actor.kind !== 'account') return false;
  return purpose.unitKinds.includes(unit.kind) && actor.roles.some((role) => purpose.roles.includes(role));
}
