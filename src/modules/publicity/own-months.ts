/** Finds the period of publicity that a law itself sets for a decision. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { holdsOn, type MisconductClass, type OwnPeriod } from './rules.ts';

/** What a law's own period may depend on. */
export interface DecisionTraits {
  readonly item: string;
  readonly sector: string | undefined;
  readonly class: MisconductClass | undefined;
  readonly decidedOn: CivilDate;
}

/** Months by the law in force on the decision date, the shortest where several apply; undefined where none does. */
export function ownMonthsOf(periods: readonly OwnPeriod[], decision: DecisionTraits): number | undefined {
  const months = periods
    .filter(
      (period) =>
        period.item === decision.item &&
        (period.sector === null || period.sector === decision.sector) &&
        (period.class === null || period.class === decision.class) &&
        holdsOn(period, decision.decidedOn),
    )
    .map((period) => period.months);
  return months.length === 0 ? undefined : Math.min(...months);
}
