/** The calendar of working days in the browser, and how long something waits by it. */
import { useMemo } from 'react';
import type { CivilDate } from '../../src/kernel/civil-date.ts';
import { type Calendar, workingDaysBetween } from '../../src/kernel/working-days.ts';
import { useApi } from '../api/use-api.ts';

interface WorkingDaysAnswer {
  readonly today: CivilDate;
  readonly years: readonly number[];
  readonly days: readonly { readonly date: CivilDate; readonly off: boolean; readonly name: string }[];
}

/** Today's civil date and the calendar; undefined until both are read. */
export function useWorkingDays() {
  const reading = useApi<WorkingDaysAnswer>('/api/v1/working-days', { anyLanguage: true });
  const { data } = reading;
  const known = useMemo(() => {
    if (!data) return undefined;
    const calendar: Calendar = {
      years: data.years,
      days: new Map(data.days.map(({ date, off, name }) => [date, { off, name }])),
    };
    return { today: data.today, calendar };
  }, [data]);
  return { reading, known };
}

/** Working days from `date` to today: 0 on the day itself; undefined where no notice covers them. */
export function useDaysSince(): (date: CivilDate) => number | undefined {
  const { known } = useWorkingDays();
  return (date) => (known ? workingDaysBetween(known.calendar, date, known.today) : undefined);
}
