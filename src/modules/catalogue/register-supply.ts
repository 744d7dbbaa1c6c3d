/** Assigns an item to a unit by name, beyond the sectors that the item itself names. */
import type { Platform } from '../../platform/index.ts';
import { logState } from '../transparency/index.ts';
import { supplySource } from './log-source.ts';
import { insertSupply } from './queries.ts';

/** From now on the unit may hand in the item; doing it again changes nothing. */
export async function registerSupply(platform: Platform, item: string, unit: string): Promise<void> {
  await platform.db.app.transaction(async (tx) => {
    await tx.query(insertSupply(item, unit));
    await logState(tx, supplySource);
  });
}
