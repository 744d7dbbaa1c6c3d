/** Brings editions and items in the database to what data/catalogue says, and activates what may be. */
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { DataFault, recordBasisUse } from '../law/index.ts';
import { logState } from '../transparency/index.ts';
import { activateItem } from './activate-item.ts';
import { findBasisLevel } from './basis-level.ts';
import { type CatalogueData, catalogueData } from './catalogue-data.ts';
import { checkDefinition } from './check-definition.ts';
import type { ItemDefinition } from './item-definition.ts';
import { catalogueSource } from './log-source.ts';
import { lockCatalogue, upsertEditions, upsertItem } from './queries.ts';

/**
 * One transaction; loading the same again changes nothing. An item whose basis isn't in force stays a draft and is
 * logged: the platform runs without it.
 * @throws DataFault for a definition that the charter or the form refuses
 */
export async function loadCatalogue(platform: Platform, data: CatalogueData = catalogueData): Promise<void> {
  await platform.db.app.transaction(async (tx) => {
    await tx.query(lockCatalogue());
    await tx.query(upsertEditions(data.editions));
    for (const item of data.items) await loadItem(tx, platform, item, data);
    await recordBasisUse(tx, 'item', data.items.flatMap(basesOf));
    await logState(tx, catalogueSource);
  });
}

/** Every article that an item rests on, once. */
function basesOf({ item, basis, persons, furtherBases = [] }: ItemDefinition) {
  const all = [basis, ...(persons ? [persons.basis] : []), ...furtherBases];
  const distinct = new Map(all.map((one) => [`${one.instrument} ${one.article}`, one]));
  return [...distinct.values()].map((one) => ({ id: item, ...one }));
}

async function loadItem(
  tx: Tx,
  platform: Platform,
  item: ItemDefinition,
  data: CatalogueData,
): Promise<void> {
  const faults = checkDefinition(item, {
    kinds: data.kinds,
    lists: data.lists,
    basisLevel: await findBasisLevel(tx, item.basis),
    personBasisLevel: item.persons && (await findBasisLevel(tx, item.persons.basis)),
  });
  if (faults.length > 0) {
    const [zh, en] = [
      faults.map((fault) => `${fault.field ?? ''} ${fault.zh}`),
      faults.map((fault) => `${fault.field ?? ''} ${fault.en}`),
    ];
    throw new DataFault(`data/catalogue/items/${item.item}：${zh.join(' ')} ${en.join(' ')}`);
  }
  await tx.query(upsertItem(item));
  try {
    await activateItem(tx, item.item, item.edition);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    platform.log.warn({ item: item.item, edition: item.edition }, error.message);
  }
}
