/** A natural person's own file: what is held, sealed and never public, masked even before its own eyes. */
import type { SubjectActor } from '../../platform/actor.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { isPersonHeld, listNameChanges, listOwnRecords, type ShownNameChange } from '../persons/index.ts';
import { itemsOf, MOST_RECORDS, shownOf } from './disclose.ts';
import { toHeld } from './disclose-person.ts';
import { leastOf, type ShownRecord } from './least.ts';
import { nothingHeldAboutYou } from './problems.ts';
import type { Purpose } from './purposes-data.ts';
import { openAccess, writeShown } from './write-access.ts';

/** A change of name as units proved it; names masked. */
export type OwnNameChange = Omit<ShownNameChange, 'changedAt'> & { readonly changedAt: string };

/** The file of a person as it stands. */
export interface OwnPersonFile {
  readonly about: 'person';
  /** Masked: whoever looks over a shoulder learns no more than the session itself proves. */
  readonly subject: {
    readonly name: string;
    readonly identityNumber: string;
    readonly nameChanges: OwnNameChange[];
  };
  readonly records: readonly ShownRecord[];
  readonly asOf: Date;
}

/** The person behind a session is still held. @throws Problem nothing-held-about-you, after an erasure too */
export async function requirePersonHeld(platform: Platform, subjectId: string): Promise<void> {
  if (!(await isPersonHeld(platform, subjectId))) throw new Problem(nothingHeldAboutYou);
}

/**
 * Reads everything held about the person of the session, earlier and withdrawn versions too; the look is written down
 * in the same transaction. Where nothing is held, no access row stays either: there is nobody whom it would be about.
 * @throws Problem nothing-held-about-you, access-not-writable
 */
export async function readOwnPersonFile(
  platform: Platform,
  actor: SubjectActor,
  purpose: Purpose,
): Promise<OwnPersonFile> {
  const { subjectId } = actor;
  const items = await itemsOf(platform);
  return platform.db.app.transaction(async (tx) => {
    const reason = { kind: 'own-file', purpose: purpose.purpose, caseNo: null } as const;
    const accessId = await openAccess(platform, tx, actor, reason, { subjectIds: [subjectId] });
    const held = await listOwnRecords(platform, tx, subjectId, { history: true, limit: MOST_RECORDS });
    const [newest] = held;
    if (!newest) throw new Problem(nothingHeldAboutYou);
    const records = leastOf(held.map(toHeld), purpose, { items, today: platform.clock.today() });
    await writeShown(platform, tx, accessId, shownOf(subjectId, records).all);
    const changes = await listNameChanges(platform, tx, subjectId);
    const subject = {
      name: newest.name,
      identityNumber: newest.identityNumber,
      nameChanges: changes.map((change) => ({ ...change, changedAt: change.changedAt.toISOString() })),
    };
    return { about: 'person', subject, records, asOf: platform.clock.now() } as const;
  });
}
