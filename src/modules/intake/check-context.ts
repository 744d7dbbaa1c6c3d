/** Gathers what rows are checked against: the day, the unit and its authorities, lists and dated rules. */
import type { Platform } from '../../platform/index.ts';
import { collectableFrom, type ItemDefinition, listsOf } from '../catalogue/index.ts';
import { authoritiesOf, findUnit } from '../identity/index.ts';
import { listOwnPeriods, listPenaltyClasses, listPublicityRules } from '../publicity/index.ts';
import type { CheckContext } from './checking/context.ts';

/** The context of a unit's rows of an item today; plain data, which the browser gets for its pre-check as it is. */
export async function checkContextFor(
  platform: Platform,
  unitCode: string,
  item: ItemDefinition,
): Promise<CheckContext> {
  const today = platform.clock.today();
  const db = platform.db.app;
  const [unit, authorities, publicityRules, penaltyClasses, ownPeriods, from] = await Promise.all([
    findUnit(platform, unitCode),
    authoritiesOf(platform, unitCode, today),
    listPublicityRules(db),
    listPenaltyClasses(db),
    listOwnPeriods(db),
    collectableFrom(db, item),
  ]);
  if (!unit) throw new Error(`unit ${unitCode} of a submission is not there`);
  return {
    today,
    unit: { name: unit.name.zh, uscc: unit.uscc, sector: unit.sector },
    authorities,
    lists: listsOf(item),
    publicityRules,
    penaltyClasses,
    ownPeriods,
    ...(from === undefined ? {} : { collectableFrom: from }),
  };
}
