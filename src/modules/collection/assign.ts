/** The centre assigns items to units: dated rows under the rules of the catalogue. */
import { findPersonalData } from '../../kernel/personal-data.ts';
import { actorName, type SignedInActor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { findActiveItem, isSuppliedBy } from '../catalogue/index.ts';
import { findUnit } from '../identity/index.ts';
import type { AgreedChannel } from './collection-data.ts';
import {
  assignmentNotFound,
  assignmentOverlaps,
  centreOnly,
  contactPersonal,
  endTooEarly,
  notSuppliable,
} from './problems.ts';
import {
  type Assignment,
  assignmentsWithin,
  endAssignmentRow,
  endBefore,
  insertAssignment,
  lockAssignments,
  overlapping,
  standingAssignment,
} from './queries/assignments.ts';

export type { Assignment } from './queries/assignments.ts';

/** Whether the actor's unit is the credit centre. */
export async function isOfCentre(platform: Platform, actor: SignedInActor): Promise<boolean> {
  return (await findUnit(platform, actor.unit))?.kind === 'centre';
}

async function requireCentre(platform: Platform, actor: SignedInActor): Promise<void> {
  if (!(await isOfCentre(platform, actor))) throw new Problem(centreOnly);
}

/**
 * From `since` on the unit owes the item; a row that stands ends there. How often follows from the item.
 * @throws Problem collection-centre-only, item-not-suppliable, contact-personal, assignment-overlaps
 */
export async function assignItem(
  platform: Platform,
  actor: SignedInActor,
  asked: {
    readonly unit: string;
    readonly item: string;
    readonly channel: AgreedChannel;
    readonly contact: string;
    readonly since: string;
  },
): Promise<Assignment> {
  await requireCentre(platform, actor);
  const db = platform.db.app;
  const [unit, item] = await Promise.all([findUnit(platform, asked.unit), findActiveItem(db, asked.item)]);
  if (!unit || !item || !(await isSuppliedBy(db, asked.item, asked.unit))) throw new Problem(notSuppliable);
  if (findPersonalData(asked.contact, ['landline', 'e-mail']).length > 0) throw new Problem(contactPersonal);
  const row = {
    ...asked,
    assignmentId: newId(),
    frequency: item.frequency,
    by: actorName(actor),
    at: platform.clock.now(),
  };
  await db.transaction(async (tx) => {
    await tx.query(lockAssignments(asked.unit, asked.item));
    await tx.query(endBefore(row));
    if (await tx.maybe(overlapping(asked.unit, asked.item, asked.since)))
      throw new Problem(assignmentOverlaps);
    await tx.query(insertAssignment(row));
  });
  const { by: _by, at: _at, ...assignment } = row;
  return { ...assignment, until: null };
}

/** From `until` on nothing is owed. @throws Problem collection-centre-only, assignment-not-found, assignment-end-too-early */
export async function endAssignment(
  platform: Platform,
  actor: SignedInActor,
  assignmentId: string,
  until: string,
): Promise<void> {
  await requireCentre(platform, actor);
  await platform.db.app.transaction(async (tx) => {
    const standing = await tx.maybe<{ since: string }>(standingAssignment(assignmentId));
    if (!standing) throw new Problem(assignmentNotFound);
    if (until < standing.since) throw new Problem(endTooEarly);
    await tx.query(endAssignmentRow(assignmentId, { until, by: actorName(actor), at: platform.clock.now() }));
  });
}

/** Rows that hold today or later: the own unit's, at the centre all. */
export async function listAssignments(platform: Platform, actor: SignedInActor): Promise<Assignment[]> {
  const unit = (await isOfCentre(platform, actor)) ? undefined : actor.unit;
  const from = platform.clock.today();
  return platform.db.app.query<Assignment>(assignmentsWithin({ unit, from, to: '9999-01-01' }));
}
