/** The months that the league covers: those asked for, or the twelve that are over. */
import { addMonths, type CivilDate } from '../../../kernel/civil-date.ts';
import { Problem } from '../../../platform/index.ts';
import { periodNotWhole } from '../problems.ts';
import type { Scope } from '../queries/league.ts';
import { FIRST_DAY } from './figures-data.ts';

const MOST_MONTHS = 60;

/**
 * The twelve whole months before this one, or what is asked for.
 * @throws Problem period-not-whole when the end is not later than the beginning, or more than 60 months lie between
 */
export function periodOf(
  today: CivilDate,
  asked: { readonly from?: string | undefined; readonly until?: string | undefined } = {},
): Scope {
  const until = asked.until ?? `${today.slice(0, 7)}-01`;
  const from = asked.from ?? addMonths(until as CivilDate, -12);
  return checkPeriod({ from, until });
}

/** @throws Problem period-not-whole, also for a beginning before the first scheme of figures */
export function checkPeriod({ from, until }: Scope): Scope {
  const isLong = until > addMonths(from as CivilDate, MOST_MONTHS);
  if (from >= until || isLong || from < FIRST_DAY) throw new Problem(periodNotWhole);
  return { from, until };
}
