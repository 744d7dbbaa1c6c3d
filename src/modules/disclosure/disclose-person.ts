/** The gate for natural persons: masked, the least that the purpose allows, and one answer for all that may not be known. */
import { addYears, type CivilDate } from '../../kernel/civil-date.ts';
import type { SignedInActor } from '../../platform/actor.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import type { Unit } from '../identity/index.ts';
import { tellPerson } from '../notices/index.ts';
import { findPersonSubject, listOwnRecords, type ShownPersonRecord } from '../persons/index.ts';
import type { HeldRecord } from '../records/index.ts';
import { itemsOf, MOST_RECORDS, type PurposeHeld, purposeHeldBy, shownOf } from './disclose.ts';
import { leastOf, type ShownRecord } from './least.ts';
import { nothingToDisclose } from './problems.ts';
import type { PersonArticle, Purpose } from './purposes-data.ts';
import { instrumentsToday } from './queries/purposes.ts';
import { openAccess, writeShown } from './write-access.ts';

/** What somebody wants to know of one natural person, and why. */
export interface PersonDisclosureRequest {
  readonly actor: SignedInActor;
  readonly purpose: string;
  /** The asking body's own matter or case number. */
  readonly caseNo: string;
  /** In any spelling of GB 11643; kept nowhere. */
  readonly identityNumber: string;
  readonly items?: readonly string[] | undefined;
}

/** What was shown of somebody; name and number are masked. */
export interface PersonDisclosure {
  readonly accessId: string;
  readonly purpose: Purpose;
  readonly person: { readonly name: string; readonly identityNumber: string };
  readonly records: readonly ShownRecord[];
  readonly asOf: Date;
}

/** A person's record in the form that the gate judges; nothing of it is public, ever (charter C3). */
export function toHeld(record: ShownPersonRecord): HeldRecord {
  return {
    id: record.recordId,
    subjectId: record.subjectId,
    recordId: record.recordId,
    version: record.version,
    item: record.item,
    edition: record.editionId,
    unit: record.unitCode,
    authorityName: record.authorityName,
    decisionNo: record.decisionNo,
    decidedOn: record.decidedOn,
    validFrom: record.validFrom,
    validUntil: record.validUntil,
    inEffect: record.inEffect,
    misconductClass: record.misconductClass,
    classAssumed: record.classAssumed,
    openFields: {},
    closedFields: record.fields,
    handedInOn: record.handedInOn,
    acceptedAt: record.acceptedAt,
    state: record.state,
    endReason: null,
    endedAt: null,
    isPublic: false,
    publicFrom: null,
    publicUntil: null,
    untilBecause: null,
    ruleNow: null,
    ruleAtDecision: null,
    repairFrom: null,
  };
}

/** The articles by which the unit sees decisions about persons today; undefined where the purpose needs none. */
async function articlesFor(
  platform: Platform,
  { naturalPersons, personArticles = [] }: Purpose,
  unit: Unit,
): Promise<readonly PersonArticle[] | undefined> {
  if (naturalPersons === 'yes') return undefined;
  if (naturalPersons === 'no') return [];
  const own = personArticles.filter(({ sectors }) => sectors.includes(unit.sector));
  const found = await platform.db.app.query<{ id: string }>(
    instrumentsToday(own.map(({ instrument }) => instrument)),
  );
  const inForce = new Set(found.map(({ id }) => id));
  return own.filter(({ instrument }) => inForce.has(instrument));
}

/** Whether the article makes its reader look at this decision today. */
function names(article: PersonArticle, record: HeldRecord, today: string): boolean {
  const values = (record.closedFields[article.field] ?? '').split(/[;；]/).map((value) => value.trim());
  return (
    record.item === article.item &&
    values.some((value) => article.includes.includes(value)) &&
    addYears(record.decidedOn as CivilDate, article.years) > today
  );
}

/**
 * Shows masked what the purpose allows of somebody, and writes down who looked, in one transaction. A look that finds
 * nothing to show is written down and told as well, and answered as if nobody were there.
 * @throws Problem nothing-to-disclose (nobody, nothing for this purpose, or a purpose that the asker does not hold for
 *   persons: answered alike), case-number-needed, access-not-writable (then nothing is shown)
 */
export async function disclosePerson(
  platform: Platform,
  request: PersonDisclosureRequest,
): Promise<PersonDisclosure> {
  // Somebody with a name and a matter asks about a person; a machine, whatever its scopes, does not.
  if (request.actor.kind !== 'account') throw new Problem(nothingToDisclose);
  const held = await purposeHeldBy(platform, request);
  const articles = await articlesFor(platform, held.purpose, held.unit);
  if (articles?.length === 0) throw new Problem(nothingToDisclose);
  const subjectId = await findPersonSubject(platform, request.identityNumber);
  if (subjectId === undefined) throw new Problem(nothingToDisclose);
  const shown = await look(platform, request, { ...held, articles, subjectId });
  if (!shown) throw new Problem(nothingToDisclose);
  return shown;
}

type Look = PurposeHeld & {
  readonly articles: readonly PersonArticle[] | undefined;
  readonly subjectId: string;
};

async function look(
  platform: Platform,
  { actor, items: asked }: PersonDisclosureRequest,
  { purpose, caseNo, duty, articles, subjectId }: Look,
): Promise<PersonDisclosure | undefined> {
  const all = await itemsOf(platform);
  // Only items that take natural persons on a basis in force today (charter C1), on the terms that are theirs.
  const items = new Map(
    [...all].flatMap(([code, item]) =>
      item.persons ? [[code, { ...item, openness: item.persons.openness }]] : [],
    ),
  );
  return platform.db.app.transaction(async (tx) => {
    const reason = { kind: 'look', purpose: purpose.purpose, caseNo } as const;
    const accessId = await openAccess(platform, tx, actor, reason, { subjectIds: [subjectId], duty });
    const held = await listOwnRecords(platform, tx, subjectId, { limit: MOST_RECORDS });
    const today = platform.clock.today();
    const least = leastOf(held.map(toHeld), purpose, { items, today, asked });
    const byId = new Map(held.map((record) => [record.recordId, toHeld(record)]));
    const records = least.filter(({ recordId }) => {
      const record = byId.get(recordId);
      return record && (!articles || articles.some((article) => names(article, record, today)));
    });
    await writeShown(platform, tx, accessId, shownOf(subjectId, records).all);
    const facts = { unit: actor.unit, purpose: purpose.purpose, caseNo };
    await tellPerson(tx, platform.clock.now(), { subjectId, kind: 'looked-at', reference: accessId, facts });
    const [first] = held;
    if (!first || records.length === 0) return undefined;
    const { name, identityNumber } = first;
    return { accessId, purpose, person: { name, identityNumber }, records, asOf: platform.clock.now() };
  });
}
