/** How many working days a unit has for an item: the law's limit where there is one, else the house's. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Queryable } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { findUnit } from '../identity/index.ts';
import { listTimeLimits, pickTimeLimit } from '../law/index.ts';
import { type Frequency, houseLimit } from './collection-data.ts';

/** Working days by the day they are counted from; undefined where no limit was in force. */
export type LimitOn = (on: CivilDate) => number | undefined;

/** Finds limits, reading each unit and item once. */
export function limitsOf(platform: Platform, db: Queryable) {
  const sectors = new Map<string, Promise<string | undefined>>();
  const limits = new Map<string, ReturnType<typeof listTimeLimits>>();
  const once = <T>(known: Map<string, T>, key: string, read: () => T): T => {
    const value = known.get(key) ?? read();
    known.set(key, value);
    return value;
  };
  return async (scope: { unit: string; item: string; frequency: Frequency }): Promise<LimitOn> => {
    const sector = await once(
      sectors,
      scope.unit,
      async () => (await findUnit(platform, scope.unit))?.sector,
    );
    const inLaw = await once(limits, scope.item, () => listTimeLimits(db, scope.item));
    const byLaw = (on: CivilDate) =>
      scope.frequency === 'per-decision' ? pickTimeLimit(inLaw, sector, on)?.workingDays : undefined;
    return (on) => byLaw(on) ?? houseLimit(scope.frequency, on);
  };
}
