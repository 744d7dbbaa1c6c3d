/** Changes the key that wraps persons' keys while settlements and readers work. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Platform } from '../../platform/index.ts';
import { type PersonKeys, personKeysOf, type WrappedKey } from './person-keys.ts';
import { during } from './queries/scope.ts';
import { isInUse, rewrap, tryEndKek, wrappedOtherwise } from './queries/wrapping.ts';

/** Between looks whether settlements that began with the old key are over. */
const PATIENCE_MS = 20;

/**
 * Makes a new wrapping key, wraps every person's key with it in batches of a transaction each, and destroys the old
 * ones as soon as no key and no open settlement needs them. Cut off anywhere it can be called again.
 * @returns how many keys were wrapped anew, and the ids of the keys that were destroyed
 */
export async function rotateKeys(
  platform: Platform,
  { batch = 500 }: { batch?: number } = {},
): Promise<{ wrapped: number; destroyed: string[] }> {
  const keys = personKeysOf(platform);
  const old = keys.folder.list();
  const { id } = keys.folder.renew();
  const before = old.filter((one) => one !== id);
  let wrapped = 0;
  const wrapAll = async () => {
    for (let done = batch; done > 0; wrapped += done) done = await wrapBatch(platform, keys, batch);
  };
  await wrapAll();
  for (const kekId of before) {
    while (!(await endKey(platform, keys, kekId))) {
      await pause(PATIENCE_MS);
      await wrapAll();
    }
  }
  return { wrapped, destroyed: before };
}

/** @returns how many keys the batch wrapped anew; 0 when there is none left that nobody holds */
async function wrapBatch(platform: Platform, keys: PersonKeys, most: number): Promise<number> {
  return platform.db.app.transaction((tx) =>
    during(tx, 'keys', async () => {
      const kek = keys.folder.current();
      const persons = await tx.query<WrappedKey>(wrappedOtherwise(kek.id, most));
      if (persons.length === 0) return 0;
      const anew = persons.map((person) => ({
        subjectId: person.subject_id,
        wrapped: keys.wrap(kek, person.subject_id, keys.unwrap(person)),
      }));
      await tx.query(rewrap(kek.id, anew));
      return persons.length;
    }),
  );
}

/** Destroys an old key when nobody wraps with it any more and nothing is wrapped by it. */
async function endKey(platform: Platform, keys: PersonKeys, kekId: string): Promise<boolean> {
  return platform.db.app.transaction((tx) =>
    during(tx, 'keys', async () => {
      const { alone } = await tx.one<{ alone: boolean }>(tryEndKek(kekId));
      if (!alone) return false;
      const { inUse } = await tx.one<{ inUse: boolean }>(isInUse(kekId));
      if (!inUse) keys.folder.destroy(kekId);
      return !inUse;
    }),
  );
}
