/** What the modules above identity have of a unit, in numbers, for the two people who end it. */
import { isSuppliedBy, listActiveItems } from '../modules/catalogue/index.ts';
import type { Hanging } from '../modules/identity/index.ts';
import { countWorkOf } from '../modules/intake/index.ts';
import type { Platform } from '../platform/index.ts';

/** Items it supplies, submissions in work, rows that wait for a decision. */
export function whatHangsOn(platform: Platform): (unit: string) => Promise<readonly Hanging[]> {
  const db = platform.db.app;
  return async (unit) => {
    const [items, { inWork, heldRows }] = await Promise.all([
      listActiveItems(db),
      countWorkOf(platform, unit),
    ]);
    const supplied = await Promise.all(items.map(({ item }) => isSuppliedBy(db, item, unit)));
    return [
      { name: { zh: '负责报送的信息事项', en: 'Items it supplies' }, count: supplied.filter(Boolean).length },
      { name: { zh: '未办结的报送批次', en: 'Submissions in work' }, count: Number(inWork) },
      { name: { zh: '待核实的行', en: 'Rows on hold' }, count: Number(heldRows) },
    ];
  };
}
