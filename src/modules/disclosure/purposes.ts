/** Who holds which purpose today. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Queryable } from '../../platform/db/index.ts';
import { discloseScope, holdsScope, type Unit } from '../identity/index.ts';
import type { Purpose } from './purposes-data.ts';
import { purposesToday } from './queries/purposes.ts';

/** All purposes in force today, by name. */
export async function listPurposes(db: Queryable): Promise<Purpose[]> {
  return (await db.query<{ definition: Purpose }>(purposesToday())).map(({ definition }) => definition);
}

/** Whether an officer holds a purpose, by role, or a machine, by scope; both by the kind of their unit. */
export function holds(actor: SignedInActor, unit: Unit, purpose: Purpose): boolean {
  if (purpose.holders !== 'officer' || !purpose.unitKinds.includes(unit.kind)) return false;
  return actor.kind === 'client'
    ? holdsScope(actor, discloseScope(purpose.purpose))
    : actor.roles.some((role) => purpose.roles.includes(role));
}
