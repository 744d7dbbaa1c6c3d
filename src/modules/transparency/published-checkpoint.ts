/** The checkpoint that the public reads. */
import { parseCheckpoint } from '../../kernel/tlog/checkpoint.ts';
import { fromUtf8 } from '../../kernel/tlog/encoding.ts';
import { parseNote } from '../../kernel/tlog/note.ts';
import type { LogFiles, SignedCheckpoint } from './log-files.ts';

/** As it is served; whoever is told it verifies it. */
export async function findPublishedCheckpoint(
  files: Pick<LogFiles, 'find'>,
): Promise<SignedCheckpoint | undefined> {
  const bytes = await files.find('checkpoint');
  if (!bytes) return undefined;
  const note = fromUtf8(bytes);
  return { ...parseCheckpoint(parseNote(note).text), note };
}
