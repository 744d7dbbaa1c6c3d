/** Whether somebody acts for the credit centre: the duty of deciding other units' rows is the centre's alone. */
import type { SignedInActor } from '../../platform/actor.ts';
import { can } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { findUnit } from '../identity/index.ts';
import { decideHeldPermission } from './permissions.ts';

/** The role alone does not do: departments have case officers too, and other units' rows are not theirs to see. */
export async function actsForCentre(platform: Platform, actor: SignedInActor): Promise<boolean> {
  if (!can(actor, decideHeldPermission)) return false;
  return (await findUnit(platform, actor.unit))?.kind === 'centre';
}
