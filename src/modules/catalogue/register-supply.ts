/** Assigns an item to a unit by name, beyond the sectors that the item itself names. */
import type { Platform } from '../../platform/index.ts';
import { insertSupply } from './queries.ts';

/** From now on the unit may hand in the item; doing it again changes nothing. */
export async function registerSupply(platform: Platform, item: string, unit: string): Promise<void> {
  await platform.db.app.query(insertSupply(item, unit));
}
