/** The files of data/catalogue: editions, items, code lists and kinds of field. */
import listsFile from '../../../data/catalogue/code-lists.json' with { type: 'json' };
import editionsFile from '../../../data/catalogue/editions.json' with { type: 'json' };
import kindsFile from '../../../data/catalogue/field-kinds.json' with { type: 'json' };
import { readDataFolders } from '../../platform/data-folders.ts';
import type { FieldKinds } from './field-kinds.ts';
import type { EditionDefinition, ItemDefinition, ItemList } from './item-definition.ts';

/** Everything this module loads. */
export interface CatalogueData {
  readonly editions: readonly EditionDefinition[];
  readonly items: readonly ItemDefinition[];
  readonly lists: readonly ItemList[];
  readonly kinds: FieldKinds;
}

/** The files as shipped; every folder of data/catalogue/items is an item. Their shape is judged by checkDefinition on load. */
export const catalogueData: CatalogueData = {
  editions: editionsFile.items,
  items: readDataFolders('catalogue/items', 'item.json').map(({ content }) => content as ItemDefinition),
  lists: listsFile.items as unknown as readonly ItemList[],
  kinds: kindsFile,
};

/** The items as shipped, whatever their state; for descriptions of the API. */
export function shippedItems(): readonly ItemDefinition[] {
  return catalogueData.items;
}

/** The code lists that an item's fields refer to; plain data for the browser. */
export function listsOf(definition: ItemDefinition): ItemList[] {
  const wanted = new Set(definition.fields.map((field) => field.list));
  return catalogueData.lists.filter((list) => wanted.has(list.id));
}
