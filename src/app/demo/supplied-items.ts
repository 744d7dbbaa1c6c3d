// Which unit of the demo city hands in which item.
import { registrarUnits } from './organisation.ts';
import type { DemoItem } from './supply.ts';
import { licenceWords } from './words/licences.ts';
import { penaltyWords } from './words/penalties.ts';

/** A unit (code without `qh-`) and an item that it hands in. */
export interface SuppliedItem {
  readonly unit: string;
  readonly item: DemoItem;
}

/** All pairs, each once, in a fixed order. */
export function suppliedItems(): SuppliedItem[] {
  const pairs = new Map<string, SuppliedItem>();
  const add = (unit: string, item: DemoItem) => pairs.set(`${unit} ${item}`, { unit, item });
  for (const unit of registrarUnits) add(unit, 'organisation-registration');
  for (const { unit } of licenceWords) add(unit, 'administrative-licence');
  for (const { unit } of penaltyWords) add(unit, 'administrative-penalty');
  return [...pairs.values()];
}
