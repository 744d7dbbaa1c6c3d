/** For tests: what sample rows are checked against, from the files of data/ and a unit of the invented city. */
import { readFileSync } from 'node:fs';
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

/** The context of the demo city's market supervision on 2026-11-18. */
export function sampleContext(item: string, changes: Partial<CheckContext> = {}): CheckContext {
  const name = '清和市市场监督管理局';
  const from = { 'administrative-licence': '2004-07-01', 'administrative-penalty': '2018-07-25' }[item];
  return {
    today: '2026-11-18',
    unit: { name, uscc: AUTHORITY, sector: 'market-supervision' },
    authorities: [{ uscc: AUTHORITY, name }],
    lists: read<{ items: ItemList[] }>('catalogue/code-lists.json').items,
    publicityRules: read<{ items: PublicityRule[] }>('law/publicity-rules.json').items,
    penaltyClasses: read<{ items: PenaltyKindClass[] }>('law/penalty-kind-classes.json').items,
    ownPeriods: [],
    ...(from === undefined ? {} : { collectableFrom: from }),
    ...changes,
  };
}
