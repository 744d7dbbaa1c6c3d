/** Erases a person: the wrapped key, the link, the rows and the secrets of their log entries. */
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { forgetNotices } from '../notices/index.ts';
import { forgetEntries, logRows } from '../transparency/index.ts';
import { erasureListOf } from './erasure-list.ts';
import { personKeysOf } from './person-keys.ts';
import * as erase from './queries/erasure.ts';
import { deleteNameChanges } from './queries/names.ts';
import { during } from './queries/scope.ts';
import { deleteWishes } from './queries/wishes.ts';

/** Why: asked for by the person, past its retention, without a basis, or erased before and back by an old copy. */
export type ErasureGround = 'request' | 'retention-over' | 'no-basis' | 'copy-put-back';

/**
 * Erases in one transaction; from its commit on nobody can read anything of the person. The mark is on the list of the
 * erased before, so that an erasure cut off in between is done at the next start. What the database's files still hold
 * of the deleted rows goes by `cleanUpAfterErasure`.
 * @returns how many versions of records were erased; undefined when there is no such person
 */
export async function erasePerson(
  platform: Platform,
  { subjectId, ground }: { subjectId: string; ground: ErasureGround },
): Promise<{ erasureId: string; records: number } | undefined> {
  if (ground !== 'copy-put-back')
    await erasureListOf(platform.config).append(personKeysOf(platform).erasureMark(subjectId));
  return platform.db.app.transaction((tx) =>
    during(tx, 'erase', () => eraseRows(tx, subjectId, ground, platform.clock.now())),
  );
}

/**
 * Erases in a transaction of the caller's, such as an approval's. The mark goes on the list of the erased last: if the
 * commit then fails, the next start erases what was decided to be erased.
 */
export async function erasePersonIn(
  platform: Platform,
  tx: Tx,
  { subjectId, ground }: { subjectId: string; ground: ErasureGround },
): Promise<{ erasureId: string; records: number } | undefined> {
  const erased = await during(tx, 'erase', () => eraseRows(tx, subjectId, ground, platform.clock.now()));
  await erasureListOf(platform.config).append(personKeysOf(platform).erasureMark(subjectId));
  return erased;
}

async function eraseRows(tx: Tx, subjectId: string, ground: ErasureGround, at: Date) {
  if (!(await tx.maybe(erase.lockPerson(subjectId)))) return undefined;
  const ends = await tx.query<{ entry_id: string }>(erase.deleteEnds(subjectId));
  const records = await tx.query<{ entry_id: string }>(erase.deleteRecords(subjectId));
  const names = await tx.query<{ entry_id: string }>(deleteNameChanges(subjectId));
  const wishes = await tx.query<{ entry_id: string; refusal_entry_id: string | null }>(
    deleteWishes(subjectId),
  );
  await tx.query(erase.deleteLink(subjectId));
  await tx.query(erase.deletePerson(subjectId));
  const erasureId = newId();
  await tx.query(erase.insertErasure({ erasureId, ground, records: records.length, at }));
  await logRows(tx, { source: 'persons.erasure', entryId: erasureId, rows: 1 });
  const entryIds = [
    ...[...ends, ...records, ...names, ...wishes].map((row) => row.entry_id),
    ...wishes.flatMap((row) => row.refusal_entry_id ?? []),
  ];
  await forgetEntries(tx, entryIds, { erasureEntryId: erasureId, at });
  await forgetNotices(tx, subjectId, { erasureEntryId: erasureId, at });
  return { erasureId, records: records.length };
}
