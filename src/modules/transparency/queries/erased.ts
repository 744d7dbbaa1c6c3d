/** Statements that destroy the secrets of erased rows' entries and keep the books of it. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** The root goes as well: it tells nothing without the secret, and nobody needs it any more. */
export const destroySecrets = (entryIds: readonly string[]): Sql => sql`
  update transparency.entry set secret = null, root = null, blocks = null where entry_id = any(${entryIds}::bigint[])`;

export const insertErased = (
  entryIds: readonly string[],
  erasure: { readonly erasureEntryId: string; readonly at: Date },
): Sql => sql`
  insert into transparency.erased_entry (entry_id, erasure_entry_id, erased_at)
  select entry_id, ${erasure.erasureEntryId}::bigint, ${erasure.at} from unnest(${entryIds}::bigint[]) as n (entry_id)`;
