/** The files of data/catalogue: editions, items, code lists and kinds of field. */
import listsFile from '../../../data/catalogue/code-lists.json' with { type: 'json' };
import editionsFile from '../../../data/catalogue/editions.json' with { type: 'json' };
import kindsFile from '../../../data/catalogue/field-kinds.json' with { type: 'json' };
import licence from '../../../data/catalogue/items/administrative-licence/item.json' with { type: 'json' };
import penalty from '../../../data/catalogue/items/administrative-penalty/item.json' with { type: 'json' };
import registration from '../../../data/catalogue/items/organisation-registration/item.json' with {
  type: 'json',
};
import type { FieldKinds } from './field-kinds.ts';
import type { EditionDefinition, ItemDefinition, ItemList } from './item-definition.ts';

/** Everything this module loads. */
export interface CatalogueData {
  readonly editions: readonly EditionDefinition[];
  readonly items: readonly ItemDefinition[];
  readonly lists: readonly ItemList[];
  readonly kinds: FieldKinds;
}

/** The files as shipped; a new item is added here. Their shape is judged by checkDefinition on load. */
export const catalogueData: CatalogueData = {
  editions: editionsFile.items,
  items: [registration, licence, penalty] as unknown as readonly ItemDefinition[],
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
