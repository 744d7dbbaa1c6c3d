/** Finds items of the catalogue, who supplies them, and since when their kind of information may be collected. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { ItemDefinition } from './item-definition.ts';
import {
  selectActiveItem,
  selectActiveItems,
  selectFirstBasisDay,
  selectItemOfEdition,
  selectSupplier,
} from './queries.ts';

/** The item of the edition in force, active, its basis in force today. */
export async function findActiveItem(db: Queryable, item: string): Promise<ItemDefinition | undefined> {
  return (await db.maybe<{ definition: ItemDefinition }>(selectActiveItem(item)))?.definition;
}

/** All items in force today, by code. */
export async function listActiveItems(db: Queryable): Promise<ItemDefinition[]> {
  return (await db.query<{ definition: ItemDefinition }>(selectActiveItems())).map((row) => row.definition);
}

/** An item of a given edition, whatever its state. @throws RowCountError when there is none */
export async function getItemOfEdition(
  db: Queryable,
  item: string,
  edition: string,
): Promise<ItemDefinition> {
  return (await db.one<{ definition: ItemDefinition }>(selectItemOfEdition(item, edition))).definition;
}

/** Whether the unit may hand in the item: by its sector, or because it was assigned. */
export async function isSuppliedBy(db: Queryable, item: string, unit: string): Promise<boolean> {
  const definition = await findActiveItem(db, item);
  if (definition === undefined) return false;
  return (await db.maybe(selectSupplier(item, unit, definition.supplyingSectors))) !== undefined;
}

/**
 * First day on which any basis of the item was in force: decisions from before may not be collected (charter C1).
 * A registration is no past act but how the organisation stands today, so its date isn't judged by this.
 */
export async function collectableFrom(db: Queryable, item: ItemDefinition): Promise<CivilDate | undefined> {
  const instruments = [item.basis, ...(item.furtherBases ?? [])].map((basis) => basis.instrument);
  return (await db.one<{ from: string | null }>(selectFirstBasisDay(instruments))).from ?? undefined;
}
