/** Counts a unit's timeliness and number series of one item anew, after something of it was settled or withdrawn. */
import type { Platform } from '../../platform/index.ts';
import { findUnit } from '../identity/index.ts';
import { getCalendar, listTimeLimits } from '../law/index.ts';
import { listDecisionNumbers, listRecordDates } from '../records/index.ts';
import { seriesOf } from './number-series.ts';
import { clearSeries, clearTimeliness, insertSeries, insertTimeliness } from './queries.ts';
import { countTimeliness } from './timeliness.ts';

/** Replaces the figures of `unit` and `item` as a whole; running it twice gives the same figures. */
export async function recount(platform: Platform, scope: { unit: string; item: string }): Promise<void> {
  const db = platform.db.app;
  const [unit, calendar, limits] = await Promise.all([
    findUnit(platform, scope.unit),
    getCalendar(db),
    listTimeLimits(db, scope.item),
  ]);
  if (!unit) return;
  const limitOn = (decidedOn: string): number | undefined => {
    const inForce = limits.filter((l) => l.from <= decidedOn && (l.until === null || decidedOn < l.until));
    // A limit for the unit's sector goes before the general one.
    return (inForce.find((l) => l.sector === unit.sector) ?? inForce.find((l) => l.sector === null))
      ?.workingDays;
  };
  await db.transaction(async (tx) => {
    // Reading and replacing under one lock, so that of two recounts the later one's figures stay.
    const at = platform.clock.now();
    await tx.query(clearTimeliness(scope.unit, scope.item));
    await tx.query(clearSeries(scope.unit, scope.item));
    const dates = await listRecordDates(tx, scope.unit, scope.item);
    const numbers = await listDecisionNumbers(tx, scope.unit, scope.item);
    await tx.query(insertTimeliness(scope.unit, scope.item, countTimeliness(calendar, dates, limitOn), at));
    await tx.query(insertSeries(scope.unit, scope.item, seriesOf(numbers), at));
  });
}
