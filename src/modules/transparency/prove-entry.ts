/** The proof that an entry is in the log, as a file that one can keep (C2SP tlog-proof). */
import { formatProofFile } from '../../kernel/tlog/proof-file.ts';
import { tiledTree } from '../../kernel/tlog/tiled-tree.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { isId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { logFolderOf, openLogFiles } from './log-files.ts';
import { findPublishedCheckpoint } from './published-checkpoint.ts';
import { type EntryRow, entryById } from './queries/entries.ts';

/** Where the proof of an entry is, from the moment of the act on; answered once the next checkpoint is published. */
export const proofAddress = (entryId: string): string => `/log/proof/${entryId}`;

/** `pending` until the entry is in a published checkpoint; `unknown` when there is none such. */
export type EntryProof =
  | { readonly state: 'proved'; readonly text: string }
  | { readonly state: 'pending' }
  | { readonly state: 'unknown' };

/** The proof under the checkpoint that is published now. */
export async function proveEntry(platform: Platform, entryId: string): Promise<EntryProof> {
  const entry = isId(entryId) ? await platform.db.app.maybe<EntryRow>(entryById(entryId)) : undefined;
  if (!entry) return { state: 'unknown' };
  const files = openLogFiles(logFolderOf(platform.config.dataFolder));
  const checkpoint = await findPublishedCheckpoint(files);
  const index = entry.leaf_index === null ? Number.POSITIVE_INFINITY : Number(entry.leaf_index);
  if (!checkpoint || index >= checkpoint.size) return { state: 'pending' };
  const proof = await tiledTree(sha256Bytes, files.read, checkpoint.size).inclusionProof(index);
  return { state: 'proved', text: formatProofFile({ index, proof, checkpoint: checkpoint.note }) };
}
