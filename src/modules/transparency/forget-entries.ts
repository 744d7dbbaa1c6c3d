/** Destroys the secrets of entries whose rows are erased: their leaves stay and can't be recognised by anybody. */
import { randomSecret } from '../../platform/crypto.ts';
import type { Tx } from '../../platform/db/index.ts';
import { destroySecrets, insertErased } from './queries/erased.ts';

/** In the transaction of the erasure, which is an entry itself. Proofs of the tree hold as before. */
export async function forgetEntries(
  tx: Tx,
  entryIds: readonly string[],
  erasure: { readonly erasureEntryId: string; readonly at: Date },
): Promise<void> {
  if (entryIds.length === 0) return;
  await tx.query(destroySecrets(entryIds.map((entryId) => ({ entryId, commitment: randomSecret() }))));
  await tx.query(insertErased(entryIds, erasure));
}

/** Tables in which a secret lay; a clean-up writes them anew. */
export const entryTables: readonly string[] = ['transparency.entry'];
