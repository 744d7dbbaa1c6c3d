/** A subject's own file: everything held about it, from whom, on which basis, and what is public until when. */
import type { SubjectActor } from '../../platform/actor.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { findKnownSubjectById, type Subject } from '../subjects/index.ts';
import { itemsOf, readHeld, shownOf } from './disclose.ts';
import { leastOf, type ShownRecord } from './least.ts';
import { type OwnPersonFile, readOwnPersonFile, requirePersonHeld } from './own-person-file.ts';
import { nothingToDisclose } from './problems.ts';
import { listPurposes } from './purposes.ts';
import { openAccess, writeShown } from './write-access.ts';

/** The file of an organisation as it stands. */
export interface OwnOrganisationFile {
  readonly about: 'organisation';
  readonly subject: Subject;
  readonly records: readonly ShownRecord[];
  readonly asOf: Date;
}

/** A file as it stands, of an organisation or of a natural person. */
export type OwnFile = OwnOrganisationFile | OwnPersonFile;

/** The organisation behind a session. @throws Problem nothing-to-disclose where it is not there (any more) */
export async function getOwnSubject(platform: Platform, actor: SubjectActor): Promise<Subject> {
  if (actor.as !== 'organisation') throw new Problem(nothingToDisclose);
  const subject = await findKnownSubjectById(platform.db.app, actor.subjectId);
  if (!subject) throw new Problem(nothingToDisclose);
  return subject;
}

/**
 * The ids that what was told and who looked stand under.
 * @throws Problem nothing-to-disclose, nothing-held-about-you
 */
export async function listOwnIds(platform: Platform, actor: SubjectActor): Promise<readonly string[]> {
  if (actor.as === 'organisation') return (await getOwnSubject(platform, actor)).ids;
  await requirePersonHeld(platform, actor.subjectId);
  return [actor.subjectId];
}

/**
 * Reads the file for its subject or an agent of it, earlier and withdrawn versions too (charter C8); the look is
 * written down like every other. A natural person reads what persons holds of it, masked.
 * @throws Problem nothing-to-disclose, nothing-held-about-you, access-not-writable
 */
export async function readOwnFile(platform: Platform, actor: SubjectActor): Promise<OwnFile> {
  const purposes = await listPurposes(platform.db.app);
  const purpose = purposes.find(({ holders }) => holders === 'subject');
  if (!purpose) throw new Problem(nothingToDisclose);
  if (actor.as === 'person') return readOwnPersonFile(platform, actor, purpose);
  const subject = await getOwnSubject(platform, actor);
  const items = await itemsOf(platform);
  return platform.db.app.transaction(async (tx) => {
    const reason = { kind: 'own-file', purpose: purpose.purpose, caseNo: null } as const;
    const accessId = await openAccess(platform, tx, actor, reason, { subjectIds: subject.ids });
    const held = await readHeld(tx, subject, true);
    const records = leastOf(held, purpose, { items, today: platform.clock.today() });
    await writeShown(platform, tx, accessId, shownOf(subject.subjectId, records).all);
    return { about: 'organisation', subject, records, asOf: platform.clock.now() } as const;
  });
}
