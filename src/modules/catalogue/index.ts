/** The door of the catalogue: items in force, who supplies them, their lists, and how definitions are judged. */
export { listsOf, shippedItems } from './catalogue-data.ts';
export {
  collectableFrom,
  findActiveItem,
  getItemOfEdition,
  isSuppliedBy,
  listActiveItems,
} from './find-item.ts';
export { loadCatalogue } from './load.ts';
export { catalogueSource, supplySource } from './log-source.ts';
export { findPublicDefinition } from './public-catalogue.ts';
export * from './pure.ts';
export { registerSupply } from './register-supply.ts';
