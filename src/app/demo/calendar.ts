// Working days of the demo city, as day numbers since 1970-01-01 in order.
import holidays from '../../../data/calendar/holidays-2018-2026.json' with { type: 'json' };
import { type CivilDate, fromEpochDay, toEpochDay, weekday } from '../../kernel/civil-date.ts';
import { buildCalendar, isWorkingDay } from '../../kernel/working-days.ts';

const calendar = buildCalendar(holidays);

/** Working days over a period, for counting forward by place. */
export class WorkingDays {
  private readonly days: readonly number[];

  /**
   * @param from first day
   * @param until last day. Outside the published years Monday to Friday stand in: these dates are invented anyway
   */
  constructor(from: CivilDate, until: CivilDate) {
    const days: number[] = [];
    for (let day = toEpochDay(from); day <= toEpochDay(until); day++) {
      const date = fromEpochDay(day);
      if (isWorkingDay(calendar, date) ?? weekday(date) <= 5) days.push(day);
    }
    this.days = days;
  }

  get count(): number {
    return this.days.length;
  }

  /** The place of the first working day on or after a day. */
  placeOf(day: number): number {
    let [low, high] = [0, this.days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.days[middle] ?? 0) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The day at a place, or undefined past the end. */
  at(place: number): number | undefined {
    return this.days[place];
  }
}

const texts = new Map<number, CivilDate>();

/** A day number as a civil date; each day is written once. */
export function dateOf(day: number): CivilDate {
  const known = texts.get(day);
  if (known !== undefined) return known;
  const text = fromEpochDay(day);
  texts.set(day, text);
  return text;
}

/** A day number as the double-publicity standard writes dates, YYYY/MM/DD. */
export function slashed(day: number): string {
  return dateOf(day).replaceAll('-', '/');
}
