/** What state a month of a unit and item is in, from its due day and what came of it. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { addMonths } from '../../kernel/civil-date.ts';
import { type Calendar, type DueDay, workingDaysBetween } from '../../kernel/working-days.ts';
import { type Frequency, reminder } from './collection-data.ts';

/** The states, from calm to grave. */
export const dueStates = [
  'open',
  'delivered',
  'nothing-to-report',
  'due-soon',
  'late',
  'missing',
  'contradicted',
] as const;
export type DueState = (typeof dueStates)[number];

/** What came of a month. */
export interface Delivery {
  readonly records: number;
  /** Records handed in after their own due day. */
  readonly lateRecords: number;
  readonly firstOn: CivilDate;
  readonly lastOn: CivilDate;
}

/** All that a state depends on. */
export interface DueFacts {
  readonly frequency: Frequency;
  readonly month: CivilDate;
  readonly due: DueDay;
  readonly delivery: Delivery | undefined;
  readonly nilDeclared: boolean;
  readonly today: CivilDate;
}

/**
 * The state today. Where the holidays of the due day's year are not published nothing is called late or missing. While a
 * month runs it is open, whatever came already; what came late stays late.
 */
export function stateOf(calendar: Calendar, facts: DueFacts): DueState {
  const { delivery, due, month, today } = facts;
  if (facts.nilDeclared) return delivery ? 'contradicted' : 'nothing-to-report';
  if (delivery && isDeliveryLate(facts, delivery)) return 'late';
  if (today < addMonths(month, 1)) return 'open';
  if (delivery) return 'delivered';
  if (due.kind === 'earliest') return 'open';
  if (today > due.date) return 'missing';
  const left = workingDaysBetween(calendar, today, due.date);
  return left !== undefined && left <= reminder.workingDaysBefore ? 'due-soon' : 'open';
}

function isDeliveryLate({ frequency, due }: DueFacts, delivery: Delivery): boolean {
  if (frequency === 'per-decision') return delivery.lateRecords > 0;
  return due.kind === 'fixed' && delivery.firstOn > due.date;
}
