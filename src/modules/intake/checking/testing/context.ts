/** For tests: what sample rows are checked against, from the files of data/ and a unit of the invented city. */
import { existsSync, readFileSync } from 'node:fs';
import type { ItemDefinition, ItemList } from '../../../catalogue/pure.ts';
import type { PenaltyKindClass, PublicityRule } from '../../../publicity/pure.ts';
import type { CheckContext } from '../context.ts';

/** The code of 清和市市场监督管理局 in the demo city. */
export const AUTHORITY = '11371899MBK6TRBR50';

const read = <T>(file: string): T => JSON.parse(readFileSync(`data/${file}`, 'utf8')) as T;

/** The definition of an item as shipped. */
export function sampleItem(item: string): ItemDefinition {
  return read<ItemDefinition>(`catalogue/items/${item}/item.json`);
}

/** Who hands in the samples of an item: samples/unit.json beside them, else the demo city's market supervision. */
function sampleUnit(item: string): { name: string; uscc: string; sector: string } {
  const file = `catalogue/items/${item}/samples/unit.json`;
  if (existsSync(`data/${file}`)) return read(file);
  return { name: '清和市市场监督管理局', uscc: AUTHORITY, sector: 'market-supervision' };
}

/** First day of any basis of the item (charter C1); a registration's date isn't judged by it. */
function firstBasisDay({ basis, furtherBases = [] }: ItemDefinition): string {
  const { items } = read<{ items: { id: string; from: string }[] }>('law/instruments.json');
  const days = [basis, ...furtherBases].map(
    ({ instrument }) => items.find(({ id }) => id === instrument)?.from,
  );
  const first = days.filter((day) => day !== undefined).sort()[0];
  if (first === undefined) throw new Error('no basis of the item stands in data/law');
  return first;
}

/** The context of the item's sample unit on 2026-11-18. */
export function sampleContext(item: string, changes: Partial<CheckContext> = {}): CheckContext {
  const unit = sampleUnit(item);
  return {
    today: '2026-11-18',
    unit,
    authorities: [{ uscc: unit.uscc, name: unit.name }],
    lists: read<{ items: ItemList[] }>('catalogue/code-lists.json').items,
    publicityRules: read<{ items: PublicityRule[] }>('law/publicity-rules.json').items,
    penaltyClasses: read<{ items: PenaltyKindClass[] }>('law/penalty-kind-classes.json').items,
    ownPeriods: [],
    collectableFrom: firstBasisDay(sampleItem(item)),
    ...changes,
  };
}
