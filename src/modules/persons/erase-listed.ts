/** Erases again whoever is on the list of the erased: after an older copy of the data folder was put back. */
import type { Platform } from '../../platform/index.ts';
import { cleanUpAfterErasure } from './clean-up.ts';
import { erasePerson } from './erase-person.ts';
import { erasureListOf } from './erasure-list.ts';
import { personKeysOf } from './person-keys.ts';
import { subjectsAfter } from './queries/persons.ts';
import { during } from './queries/scope.ts';

const PAGE = 5_000;

/**
 * To be called at every start, before anybody is answered. Costs nothing where nobody was ever erased.
 * @returns how many persons were erased again; the clean-up is done for them
 */
export async function eraseListed(platform: Platform): Promise<number> {
  const marks = new Set(await erasureListOf(platform.config).lines());
  if (marks.size === 0) return 0;
  const keys = personKeysOf(platform);
  let erased = 0;
  for (let after = '0'; ; ) {
    const page = await platform.db.app.transaction((tx) =>
      during(tx, 'erase', () => tx.query<{ subject_id: string }>(subjectsAfter(after, PAGE))),
    );
    for (const { subject_id: subjectId } of page) {
      if (!marks.has(keys.erasureMark(subjectId))) continue;
      await erasePerson(platform, { subjectId, ground: 'copy-put-back' });
      erased++;
    }
    if (page.length < PAGE) break;
    after = page.at(-1)?.subject_id as string;
  }
  if (erased > 0) await cleanUpAfterErasure(platform);
  return erased;
}
