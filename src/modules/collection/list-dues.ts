/** What is owed month by month, with its state today. */
import { addMonths, type CivilDate } from '../../kernel/civil-date.ts';
import type { DueDay } from '../../kernel/working-days.ts';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { getCalendar } from '../law/index.ts';
import { isOfCentre } from './assign.ts';
import { dueOfMonth, monthOf, monthsBetween } from './due-day.ts';
import { type Delivery, type DueState, stateOf } from './due-state.ts';
import { limitsOf } from './limits.ts';
import { type Assignment, assignmentsWithin } from './queries/assignments.ts';
import { factsSince } from './queries/deliveries.ts';

/** A month of a row of the collection list. */
export interface Due extends Assignment {
  /** First day of the month. */
  readonly month: CivilDate;
  readonly dueOn: CivilDate;
  /** Whether the day is final; otherwise the year's holidays are not published yet. */
  readonly dueFixed: boolean;
  readonly state: DueState;
  readonly delivery: Delivery | undefined;
  readonly nilDeclaredAt: Date | null;
}

interface Fact extends Delivery {
  readonly unit: string;
  readonly item: string;
  readonly month: string;
  /** null: nothing came. */
  readonly records: number;
  readonly nilDeclaredAt: Date | null;
}

/** All months from `months` ago up to the running one, of one unit or of all; newest first. */
export async function readDues(
  platform: Platform,
  scope: { readonly unit?: string | undefined; readonly months: number },
): Promise<Due[]> {
  const db = platform.db.app;
  const today = platform.clock.today();
  const from = addMonths(monthOf(today), -scope.months);
  const [calendar, rows, facts] = await Promise.all([
    getCalendar(db),
    db.query<Assignment>(assignmentsWithin({ unit: scope.unit, from, to: today })),
    db.query<Fact>(factsSince(scope.unit, from)),
  ]);
  const known = new Map(facts.map((fact) => [`${fact.unit} ${fact.item} ${fact.month}`, fact]));
  const limitsFor = limitsOf(platform, db);
  const dues: Due[] = [];
  for (const row of rows) {
    const limitOn = await limitsFor(row);
    for (const month of monthsOf(row, from, today)) {
      const limit = limitOn(month);
      if (limit === undefined) continue;
      const due = dueOfMonth(calendar, month, limit);
      const fact = known.get(`${row.unit} ${row.item} ${month}`);
      const delivery = deliveryOf(fact);
      const nilDeclaredAt = fact?.nilDeclaredAt ?? null;
      const nilDeclared = nilDeclaredAt !== null;
      const state = stateOf(calendar, { ...row, month, due, delivery, nilDeclared, today });
      dues.push({ ...row, month, ...dayOf(due), state, delivery, nilDeclaredAt });
    }
  }
  return dues.sort((a, b) => (a.month === b.month ? 0 : a.month < b.month ? 1 : -1));
}

/** A month belongs to the row that holds on its last day, so that a change within it owes it once. */
function monthsOf({ since, until }: Assignment, from: CivilDate, today: CivilDate): CivilDate[] {
  const first = since > from ? since : from;
  return monthsBetween(first, today).filter((month) => until === null || addMonths(month, 1) <= until);
}

function deliveryOf(fact: Fact | undefined): Delivery | undefined {
  if (fact === undefined || fact.records === null) return undefined;
  const { records, lateRecords, firstOn, lastOn } = fact;
  return { records, lateRecords, firstOn, lastOn };
}

function dayOf(due: DueDay): { dueOn: CivilDate; dueFixed: boolean } {
  return { dueOn: due.date, dueFixed: due.kind === 'fixed' };
}

/** The own unit's months; at the centre those of all units, or of the one asked for. */
export async function listDues(
  platform: Platform,
  actor: SignedInActor,
  asked: {
    readonly unit?: string | undefined;
    readonly item?: string | undefined;
    readonly state?: DueState | undefined;
    readonly months: number;
  },
): Promise<Due[]> {
  const unit = (await isOfCentre(platform, actor)) ? asked.unit : actor.unit;
  const dues = await readDues(platform, { unit, months: asked.months });
  return dues.filter(
    ({ item, state }) =>
      (asked.item === undefined || item === asked.item) &&
      (asked.state === undefined || state === asked.state),
  );
}
