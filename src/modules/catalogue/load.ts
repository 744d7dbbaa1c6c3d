/** Takes editions and items as data/catalogue has them: what is new or changed waits for two people. */
import type { Platform } from '../../platform/index.ts';
import { DataFault, offerRules } from '../law/index.ts';
import { type CatalogueData, catalogueData } from './catalogue-data.ts';
import { editionRules, itemRules } from './catalogue-rules.ts';
import { checkDefinition } from './check-definition.ts';
import type { ItemDefinition } from './item-definition.ts';
import { lockCatalogue } from './queries.ts';

/**
 * One transaction; loading the same again changes nothing. On the founding load an item that the over-reach check
 * refuses waits and is logged: the platform runs without it.
 * @throws DataFault for a definition that the charter or the form refuses
 */
export async function loadCatalogue(platform: Platform, data: CatalogueData = catalogueData): Promise<void> {
  for (const item of data.items) requireSound(item, data);
  await platform.db.app.transaction(async (tx) => {
    await tx.query(lockCatalogue());
    const editions = data.editions.map((content) => ({ key: content.edition, content }));
    await offerRules(platform, tx, editionRules, editions);
    const items = data.items.map((content) => ({ key: `${content.item}/${content.edition}`, content }));
    await offerRules(platform, tx, itemRules, items);
  });
}

/** Faults that no instrument mends: the program doesn't start with them. What rests on dates is judged when it comes into force. */
function requireSound(item: ItemDefinition, { kinds, lists }: CatalogueData): void {
  const faults = checkDefinition(item, { kinds, lists, basisLevel: 'law', personBasisLevel: 'law' });
  if (faults.length === 0) return;
  const [zh, en] = [
    faults.map((fault) => `${fault.field ?? ''} ${fault.zh}`),
    faults.map((fault) => `${fault.field ?? ''} ${fault.en}`),
  ];
  throw new DataFault(`data/catalogue/items/${item.item}：${zh.join(' ')} ${en.join(' ')}`);
}
