/** By when a month must be handed in and who is told before and after, as data/collection holds it. */
import file from '../../../data/collection/due-rules.json' with { type: 'json' };
import type { CivilDate } from '../../kernel/civil-date.ts';
import { contains } from '../../kernel/period.ts';

/** How often an item is owed: with every decision, or once a month. */
export type Frequency = 'per-decision' | 'monthly';

/** The ways in that may be agreed with a unit. */
export const channels = ['console', 'form', 'api', 'cli', 'folder', 'pull', 'exchange'] as const;
export type AgreedChannel = (typeof channels)[number];

interface DueRule {
  readonly frequency: Frequency;
  readonly workingDays: number;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
}

const rules = file.dueRules as readonly DueRule[];

/** Working days that the house gives for an item without a limit in law; undefined before the first rule. */
export function houseLimit(frequency: Frequency, on: CivilDate): number | undefined {
  return rules.find(
    (rule) =>
      rule.frequency === frequency &&
      contains(rule.until === null ? { from: rule.from } : { from: rule.from, until: rule.until }, on),
  )?.workingDays;
}

/** From this day on a file of a monthly item is for the month in which it comes. */
export const ownMonthFromDay = file.monthOfFile.ownMonthFromDay;

/** Who is told how many working days before the due day. */
export const reminder = file.reminder;

/** Who is told how many working days after it. */
export const escalation = file.escalation as readonly {
  readonly to: 'unit' | 'centre';
  readonly role: string;
  readonly workingDaysAfter: number;
}[];
