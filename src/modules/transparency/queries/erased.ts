/** Statements that destroy the secrets of erased rows' entries and keep the books of it. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/**
 * The root goes as well: it tells nothing without the secret, and nobody needs it any more. What has no leaf yet gets a
 * random one, as unrecognisable as every other.
 */
export const destroySecrets = (
  entries: readonly { readonly entryId: string; readonly commitment: Uint8Array }[],
): Sql => sql`
  update transparency.entry e set secret = null, root = null, blocks = null, reference = null,
    commitment = coalesce(e.commitment, f.commitment)
  from unnest(${entries.map((one) => one.entryId)}::bigint[], ${entries.map((one) => one.commitment)}::bytea[])
    as f (entry_id, commitment)
  where e.entry_id = f.entry_id`;

export const insertErased = (
  entryIds: readonly string[],
  erasure: { readonly erasureEntryId: string; readonly at: Date },
): Sql => sql`
  insert into transparency.erased_entry (entry_id, erasure_entry_id, erased_at)
  select entry_id, ${erasure.erasureEntryId}::bigint, ${erasure.at} from unnest(${entryIds}::bigint[]) as n (entry_id)`;
