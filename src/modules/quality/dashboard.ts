/** The unit's own figures on one page: timeliness by month, number gaps, and what waits. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { countOpenWork } from '../intake/index.ts';
import { listNumberSeries, listUnitMonths } from './figures.ts';

/** Months of decision shown: the current one and the 23 before it. */
const MONTHS = 24;

/** First day of the month `months` before that of `date`. */
function monthsBefore(date: string, months: number): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const index = year * 12 + month - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** The dashboard of the actor's unit. */
export async function getDashboard(platform: Platform, actor: SignedInActor) {
  const today = platform.clock.today();
  const period = { from: monthsBefore(today, MONTHS - 1), until: monthsBefore(today, -1) };
  const [months, series, work] = await Promise.all([
    listUnitMonths(platform.db.app, actor.unit, period),
    listNumberSeries(platform.db.app, actor.unit),
    countOpenWork(platform, actor),
  ]);
  return { unit: actor.unit, asOf: today, ...work, months, series };
}
