/** Ends the versions that a withdrawn submission created. */
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { logEachRow } from '../transparency/index.ts';
import { insertEnds, versionsToEnd } from './queries/records.ts';
import { during } from './queries/scope.ts';

/** @returns how many versions ended; those they had replaced stand again */
export async function endPersonVersions(tx: Tx, submissionId: string, at: Date): Promise<number> {
  return during(tx, 'settle', async () => {
    const versions = await tx.query<{ subject_id: string; record_id: string; version: number }>(
      versionsToEnd(submissionId),
    );
    const ends = versions.map((row) => ({
      subjectId: row.subject_id,
      recordId: row.record_id,
      version: row.version,
      entryId: newId(),
    }));
    if (ends.length > 0) await tx.query(insertEnds(ends, at));
    await logEachRow(
      tx,
      'persons.version_end',
      ends.map(({ entryId }) => entryId),
    );
    return ends.length;
  });
}
