/** Finds the item in force that a unit wants to supply, or says why it can't. */
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { findActiveItem, type ItemDefinition, isSuppliedBy } from '../catalogue/index.ts';
import { itemNotYours, unknownItem } from './problems.ts';

/** The definition in force today. @throws Problem unknown-item, item-not-yours */
export async function requireItemFor(
  platform: Platform,
  unit: string,
  item: string,
): Promise<ItemDefinition> {
  const definition = await findActiveItem(platform.db.app, item);
  if (!definition) throw new Problem(unknownItem);
  if (!(await isSuppliedBy(platform.db.app, item, unit))) throw new Problem(itemNotYours);
  return definition;
}
