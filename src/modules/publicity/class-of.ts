/** Assumes the class of misconduct from the kinds of penalty, or says that only the deciding unit can. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { holdsOn, MISCONDUCT_CLASSES, type MisconductClass, type PenaltyKindClass } from './rules.ts';

/**
 * The gravest class among the kinds, by the table in force on the day. Undefined when the table is silent on a
 * kind that could be graver than the others: then the record waits for the unit. Amounts are never looked at.
 */
export function classOf(
  penaltyKinds: readonly string[],
  date: CivilDate,
  table: readonly PenaltyKindClass[],
): { class: MisconductClass; assumed: true } | undefined {
  let gravest = -1;
  let silent = penaltyKinds.length === 0;
  for (const kind of penaltyKinds) {
    const row = table.find((entry) => entry.kind === kind && holdsOn(entry, date));
    if (row === undefined) silent = true;
    else gravest = Math.max(gravest, MISCONDUCT_CLASSES.indexOf(row.class));
  }
  const found = MISCONDUCT_CLASSES[gravest];
  if (found === undefined || (silent && found !== 'serious')) return undefined;
  return { class: found, assumed: true };
}
