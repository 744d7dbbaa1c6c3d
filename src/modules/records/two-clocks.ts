/** The two clocks of one record on real working days: handed in (the unit's share) and public (the law's limit). */
import { addWorkingDays, type DueDay, workingDaysBetween } from '../../kernel/working-days.ts';
import { pickTimeLimit, type TimeLimit } from '../law/index.ts';
import type { PublicRecord } from './public-record.ts';
import type { Reference } from './reference.ts';

/** What the clocks say; working days are undefined where a notice of the State Council is not loaded. */
export type TwoClocks = {
  readonly handedInDays: number | undefined;
  readonly publicDays: number | undefined;
  /** The legal limit on the day of the decision, for the sector of the unit; undefined where none was in force. */
  readonly limit: TimeLimit | undefined;
  readonly due: DueDay | undefined;
};

/** Reads the clocks of a record. */
export function twoClocks(
  record: Pick<PublicRecord, 'item' | 'unit' | 'decidedOn' | 'handedInOn' | 'publicFrom'>,
  reference: Reference,
): TwoClocks {
  const { calendar, limits, units } = reference;
  const ofItem = limits.filter((limit) => limit.item === record.item);
  const limit = pickTimeLimit(ofItem, units.get(record.unit)?.sector, record.decidedOn);
  return {
    handedInDays: workingDaysBetween(calendar, record.decidedOn, record.handedInOn),
    publicDays: workingDaysBetween(calendar, record.decidedOn, record.publicFrom),
    limit,
    due: limit && addWorkingDays(calendar, record.decidedOn, limit.workingDays),
  };
}
