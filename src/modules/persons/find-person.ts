/** From an identity number to a subject: for a person who signs in, and for nobody's search. */
import { normaliseIdentityNumber } from '../../kernel/identity-holder.ts';
import type { Platform } from '../../platform/index.ts';
import { personKeysOf } from './person-keys.ts';
import { linkOf, subjectByIndex } from './queries/persons.ts';
import { during } from './queries/scope.ts';

/** The subject of a valid number; undefined where nothing is held about its holder. */
export async function findPersonSubject(
  platform: Platform,
  identityNumber: string,
): Promise<string | undefined> {
  const number = normaliseIdentityNumber(identityNumber);
  if (number === undefined) return undefined;
  const blindIndex = personKeysOf(platform).blindIndex(number);
  return platform.db.app.transaction((tx) =>
    during(tx, 'find', async () => {
      const found = await tx.maybe<{ subject_id: string }>(subjectByIndex(blindIndex));
      return found?.subject_id;
    }),
  );
}

/** Whether anything is held about the subject of a session; no longer after an erasure. */
export async function isPersonHeld(platform: Platform, subjectId: string): Promise<boolean> {
  return platform.db.app.transaction((tx) =>
    during(tx, 'find', async () => (await tx.maybe(linkOf(subjectId))) !== undefined),
  );
}
