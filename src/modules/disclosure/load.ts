/** Brings the purposes in the database to what data/law says. */
import type { Platform } from '../../platform/index.ts';
import { recordBasisUse, requireNoOverlap } from '../law/index.ts';
import { type Purpose, purposesData } from './purposes-data.ts';
import { clearPurposes, insertPurposes, lockPurposes } from './queries/purposes.ts';

/**
 * Replaces the list in one transaction; loading the same again changes nothing.
 * @throws DataFault for two rows of one purpose on one day; the database refuses a basis that is not there (C1)
 */
export async function loadPurposes(
  platform: Platform,
  purposes: readonly Purpose[] = purposesData,
): Promise<void> {
  requireNoOverlap('purposes.json', purposes, (row) => row.purpose);
  await platform.db.app.transaction(async (tx) => {
    await tx.query(lockPurposes());
    await tx.query(clearPurposes());
    await tx.query(insertPurposes(purposes));
    await recordBasisUse(
      tx,
      'purpose',
      purposes.flatMap((row) =>
        [row, ...(row.personArticles ?? [])].map(({ instrument, article }) => ({
          id: row.purpose,
          instrument,
          article,
        })),
      ),
    );
  });
}
