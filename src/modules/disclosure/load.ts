/** Brings the purposes in the database to what data/law says. */
import type { Platform } from '../../platform/index.ts';
import { offerRules, requireNoOverlap } from '../law/index.ts';
import { purposeRules } from './purpose-rules.ts';
import { type Purpose, purposesData } from './purposes-data.ts';
import { lockPurposes } from './queries/purposes.ts';

/**
 * One transaction; loading the same again changes nothing, and what changed waits for two people.
 * @throws DataFault for two rows of one purpose on one day; the database refuses a basis that is not there (C1)
 */
export async function loadPurposes(
  platform: Platform,
  purposes: readonly Purpose[] = purposesData,
): Promise<void> {
  requireNoOverlap('purposes.json', purposes, (row) => row.purpose);
  await platform.db.app.transaction(async (tx) => {
    await tx.query(lockPurposes());
    await offerRules(platform, tx, purposeRules, [{ key: 'all', content: purposes }]);
  });
}
