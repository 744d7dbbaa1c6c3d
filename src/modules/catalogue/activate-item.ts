/** Activates an item of the catalogue, if its legal bases or declared successors are in force today (charter C1). */
import type { Queryable } from '../../platform/db/index.ts';
import { Problem } from '../../platform/problem.ts';
import { basisNotInForce } from './problems.ts';
import { activate, selectCarrier } from './queries.ts';

/**
 * From here on the item is collected and, where it is open, published. Its terms on natural persons are asked for their
 * own basis; where that ends later, the item goes on without them from that day.
 * @throws Problem basis-not-in-force
 */
export async function activateItem(db: Queryable, item: string, edition: string): Promise<void> {
  const carrier = await db.maybe<{ instrument: string }>(selectCarrier(item, edition));
  if (carrier === undefined) {
    throw new Problem(basisNotInForce, {
      detail: {
        zh: `事项 ${item}（${edition}）的依据今天不在施行中，也没有接续的文件。`,
        en: `The basis of ${item} (${edition}) is not in force today, nor is a successor.`,
      },
    });
  }
  await db.query(activate(item, edition));
}
