/** Holds the current wrapping key for a transaction, so that a rotation does not destroy it before the commit. */
import type { Tx } from '../../platform/db/index.ts';
import type { NumberedKey } from '../../platform/key-folder.ts';
import type { PersonKeys } from './person-keys.ts';
import { holdKek } from './queries/wrapping.ts';

/** The key to wrap with until the transaction ends. */
export async function holdCurrentKek(tx: Tx, { folder }: PersonKeys): Promise<NumberedKey> {
  for (;;) {
    const kek = folder.current();
    await tx.query(holdKek(kek.id));
    // A rotation that came between may have ended with the key.
    if (folder.current().id === kek.id) return kek;
  }
}
