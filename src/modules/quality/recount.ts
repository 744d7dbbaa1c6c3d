/** Counts a unit's timeliness and number series of one item anew, after something of it changed. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { Platform } from '../../platform/index.ts';
import { findActiveItem } from '../catalogue/index.ts';
import { findUnit } from '../identity/index.ts';
import { getCalendar, listTimeLimits, pickTimeLimit } from '../law/index.ts';
import { listDecisionNumbers, listRecordDates } from '../records/index.ts';
import { seriesOf } from './number-series.ts';
import {
  clearDates,
  clearSeries,
  clearTimeliness,
  insertDates,
  insertSeries,
  insertTimeliness,
  lockFigures,
  unfixedScopes,
} from './queries/figures.ts';
import { countTimeliness } from './timeliness.ts';

/** Replaces the figures of `unit` and `item` as a whole; running it twice, or two at once, gives the same figures. */
export async function recount(platform: Platform, scope: { unit: string; item: string }): Promise<void> {
  const db = platform.db.app;
  const [unit, item, calendar, limits] = await Promise.all([
    findUnit(platform, scope.unit),
    findActiveItem(db, scope.item),
    getCalendar(db),
    listTimeLimits(db, scope.item),
  ]);
  if (!unit) return;
  const limitOn = (decidedOn: string): number | undefined =>
    pickTimeLimit(limits, unit.sector, decidedOn as CivilDate)?.workingDays;
  await db.scoped({ duty: 'quality' }, async (tx) => {
    // Reading and replacing under one lock, so that of two recounts the later one's figures stay.
    await tx.query(lockFigures(scope.unit, scope.item));
    const at = platform.clock.now();
    const dates = await listRecordDates(tx, scope.unit, scope.item, {
      adverse: item?.adverse ?? false,
      isPublic: item?.openness === 'open' && item.publicity !== 'none',
    });
    const numbers = await listDecisionNumbers(tx, scope.unit, scope.item);
    await tx.query(clearDates(scope.unit, scope.item));
    await tx.query(clearTimeliness(scope.unit, scope.item));
    await tx.query(clearSeries(scope.unit, scope.item));
    await tx.query(insertDates(scope.unit, scope.item, dates));
    await tx.query(insertTimeliness(scope.unit, scope.item, countTimeliness(calendar, dates, limitOn), at));
    await tx.query(insertSeries(scope.unit, scope.item, seriesOf(numbers), at));
  });
}

/** Counts everything anew that has records in no share: a year's calendar was loaded, and their days can be counted now. */
export async function recountUnfixed(platform: Platform): Promise<void> {
  const scopes = await platform.db.app.query<{ unit: string; item: string }>(unfixedScopes());
  for (const scope of scopes) await recount(platform, scope);
}
