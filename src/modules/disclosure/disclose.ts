/** The disclosure gate: the one function through which what is not public leaves the platform. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/index.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { listActiveItems } from '../catalogue/index.ts';
import { findUnit, type Unit } from '../identity/index.ts';
import { tell } from '../notices/index.ts';
import { type HeldRecord, listHeldRecords } from '../records/index.ts';
import { findKnownSubject, type Subject } from '../subjects/index.ts';
import { type Items, leastOf, type ShownRecord } from './least.ts';
import { caseNoNeeded, nothingToDisclose } from './problems.ts';
import { holds, listPurposes } from './purposes.ts';
import type { Purpose } from './purposes-data.ts';
import { ShownBook } from './shown-book.ts';
import { openAccess, writeShown } from './write-access.ts';

/** What somebody wants to know of one subject, and why. */
export interface DisclosureRequest {
  readonly actor: SignedInActor;
  readonly purpose: string;
  /** The asking body's own matter or case number. */
  readonly caseNo: string;
  readonly uscc: string;
  /** Items wanted, where fewer than all are needed. */
  readonly items?: readonly string[] | undefined;
}

/** What was shown. */
export interface Disclosure {
  readonly accessId: string;
  readonly purpose: Purpose;
  readonly subject: Subject;
  readonly records: readonly ShownRecord[];
  readonly asOf: Date;
}

/** Nobody has more versions of records than this; the largest subject of the model city has some thousands. */
export const MOST_RECORDS = 20_000;

/** Items in force, by code. */
export async function itemsOf(platform: Platform): Promise<Items> {
  const items = await listActiveItems(platform.db.app);
  return new Map(items.map((item) => [item.item, item]));
}

/** What a look showed of one subject, for the books. */
export function shownOf(subjectId: string, records: readonly ShownRecord[]): ShownBook {
  const book = new ShownBook();
  book.touch(subjectId);
  for (const { item, recordId, fields } of records) book.add(subjectId, item, recordId, Object.keys(fields));
  return book;
}

/** Reads what an open access row lets this transaction see. */
export async function readHeld(tx: Tx, subject: Subject, history: boolean): Promise<HeldRecord[]> {
  return listHeldRecords(tx, subject.ids, { history, limit: MOST_RECORDS });
}

/** A purpose that the asker holds today, for a matter of its own. */
export interface PurposeHeld {
  readonly purpose: Purpose;
  readonly unit: Unit;
  readonly caseNo: string;
  /** The role by which it is held. */
  readonly duty: string | null;
}

/** @throws Problem nothing-to-disclose for a purpose that the asker does not hold, case-number-needed */
export async function purposeHeldBy(
  platform: Platform,
  request: Pick<DisclosureRequest, 'actor' | 'purpose' | 'caseNo'>,
): Promise<PurposeHeld> {
  const { actor } = request;
  const [purposes, unit] = await Promise.all([listPurposes(platform.db.app), findUnit(platform, actor.unit)]);
  const purpose = purposes.find(({ purpose: name }) => name === request.purpose);
  if (!purpose || !unit || !holds(actor, unit, purpose)) throw new Problem(nothingToDisclose);
  const caseNo = request.caseNo.trim();
  if (purpose.caseNo && caseNo === '') throw new Problem(caseNoNeeded);
  const duty =
    actor.kind === 'account' ? actor.roles.find((role) => purpose.roles.includes(role)) : undefined;
  return { purpose, unit, caseNo, duty: duty ?? null };
}

/**
 * Shows the least that the purpose allows, and writes down who looked in the same transaction.
 * @throws Problem nothing-to-disclose (no such subject, or a purpose that the asker does not hold: answered alike),
 *   case-number-needed, access-not-writable (then nothing is shown)
 */
export async function disclose(platform: Platform, request: DisclosureRequest): Promise<Disclosure> {
  const { actor, uscc } = request;
  const { purpose, unit, caseNo, duty } = await purposeHeldBy(platform, request);
  const subject = await findKnownSubject(platform.db.app, uscc);
  if (!subject) throw new Problem(nothingToDisclose);
  const items = await itemsOf(platform);
  return platform.db.app.transaction(async (tx) => {
    const accessId = await openAccess(
      platform,
      tx,
      actor,
      { kind: 'look', purpose: purpose.purpose, caseNo },
      { subjectIds: subject.ids, duty },
    );
    const held = await readHeld(tx, subject, false);
    const today = platform.clock.today();
    const records = leastOf(held, purpose, { items, today, asked: request.items, sector: unit.sector });
    await writeShown(platform, tx, accessId, shownOf(subject.subjectId, records).all);
    const { subjectId } = subject;
    const facts = { unit: actor.unit, purpose: purpose.purpose, caseNo };
    await tell(tx, platform.clock.now(), [{ subjectId, kind: 'looked-at', reference: accessId, facts }]);
    return { accessId, purpose, subject, records, asOf: platform.clock.now() };
  });
}
