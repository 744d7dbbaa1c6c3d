/** Reads the calendar of working days as the kernel computes with it. */

import type { CivilDate } from '../../kernel/civil-date.ts';
import { addWorkingDays, type Calendar, type DueDay } from '../../kernel/working-days.ts';
import type { Queryable } from '../../platform/db/index.ts';
import { selectCalendarDays, selectCalendarYears } from './queries.ts';

/** A year whose notice is loaded. */
export interface CalendarYear {
  readonly year: number;
  readonly notice: string;
  readonly loadedBy: string;
  readonly loadedAt: Date;
}

/** The published years and every day the notices move. */
export async function getCalendar(db: Queryable): Promise<Calendar> {
  const years = await listCalendarYears(db);
  const days = await db.query<{ day: string; off: boolean; name: string }>(selectCalendarDays());
  return {
    years: years.map(({ year }) => year),
    days: new Map(days.map(({ day, off, name }) => [day, { off, name }])),
  };
}

/** The loaded years in order. */
export function listCalendarYears(db: Queryable): Promise<CalendarYear[]> {
  return db.query<CalendarYear>(selectCalendarYears());
}

/** The day by which something must be done that has `workingDays` from `from`; only the earliest possible one past the last notice. */
export async function dueOn(db: Queryable, from: CivilDate, workingDays: number): Promise<DueDay> {
  return addWorkingDays(await getCalendar(db), from, workingDays);
}
