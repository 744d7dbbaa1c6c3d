/** What officers of a unit say about their months: nothing to report, or which month a file is for. */
import { addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import { actorName, type SignedInActor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { countDeliveries } from './count-deliveries.ts';
import { type Due, readDues } from './list-dues.ts';
import { alreadyDeclaredNil, deliveryNotFound, nilNotFound, notOwed, recordsExist } from './problems.ts';
import { declareMonth, insertNil, itemOfFile, withdrawNil } from './queries/deliveries.ts';

/** As far back as months can be spoken of. */
const MONTHS_BACK = 24;

/** A month of an item of the actor's unit. */
export interface OwnMonth {
  readonly item: string;
  /** First day of the month. */
  readonly month: string;
}

async function requireOwed(platform: Platform, unit: string, own: OwnMonth): Promise<Due> {
  const dues = await readDues(platform, { unit, months: MONTHS_BACK });
  const due = dues.find(({ item, month }) => item === own.item && month === own.month);
  if (!due) throw new Problem(notOwed);
  return due;
}

/**
 * There was nothing in the month. It stands until it is withdrawn; records of the month that come later contradict it.
 * @throws Problem month-not-owed, nil-records-exist, nil-already-declared
 */
export async function declareNil(platform: Platform, actor: SignedInActor, own: OwnMonth): Promise<void> {
  const due = await requireOwed(platform, actor.unit, own);
  if (platform.clock.today() < addMonths(own.month as CivilDate, 1)) throw new Problem(notOwed);
  if (due.delivery) throw new Problem(recordsExist);
  const nil = { ...own, unit: actor.unit, by: actorName(actor), at: platform.clock.now() };
  const written = await platform.db.app.maybe(insertNil({ ...nil, nilReportId: newId() }));
  if (!written) throw new Problem(alreadyDeclaredNil);
}

/** Takes the declaration back; it stays in the books. @throws Problem nil-not-found */
export async function withdrawNilReport(
  platform: Platform,
  actor: SignedInActor,
  own: OwnMonth,
): Promise<void> {
  const nil = { ...own, unit: actor.unit, by: actorName(actor), at: platform.clock.now() };
  if (!(await platform.db.app.maybe(withdrawNil(nil)))) throw new Problem(nilNotFound);
}

/**
 * A file of the unit is for this month; a later word replaces an earlier one. It counts for items that are delivered by file.
 * @throws Problem delivery-not-found, month-not-owed
 */
export async function declareDelivery(
  platform: Platform,
  actor: SignedInActor,
  declared: { readonly submissionId: string; readonly month: string },
): Promise<void> {
  const db = platform.db.app;
  const file = await db.maybe<{ item: string }>(itemOfFile(declared.submissionId, actor.unit));
  if (!file) throw new Problem(deliveryNotFound);
  await requireOwed(platform, actor.unit, { item: file.item, month: declared.month });
  const scope = { unit: actor.unit, item: file.item };
  await db.query(declareMonth({ ...declared, ...scope, by: actorName(actor), at: platform.clock.now() }));
  await countDeliveries(platform, scope);
}
