/** The rules of law as a source of the transparency log. */
import type { Queryable } from '../../platform/db/index.ts';
import { type DerivedTable, type LogSource, stateSource } from '../transparency/index.ts';
import { getCalendar } from './calendar.ts';
import { selectWorkingDays, stateOfBasisUse, stateOfLaw } from './queries.ts';
import { type WorkingDayRow, workingDayRows } from './working-day-rows.ts';

/** Instruments, articles, time limits and calendars, as they stand. */
export const lawSource: LogSource = stateSource('law.rules', stateOfLaw);

/** What rests on which article. */
export const basisUseSource: LogSource = stateSource('law.basis_use', stateOfBasisUse);

/** Working days follow from the calendar, which is a rule of law and logged. */
export const workingDayTable: DerivedTable = {
  table: 'law.working_day',
  async follows(db: Queryable) {
    const held = await db.query<WorkingDayRow>(selectWorkingDays());
    const computed = workingDayRows(await getCalendar(db));
    return (
      held.length === computed.length &&
      computed.every(
        ({ day, working, ordinal }, place) =>
          held[place]?.day === day && held[place].working === working && held[place].ordinal === ordinal,
      )
    );
  },
};
