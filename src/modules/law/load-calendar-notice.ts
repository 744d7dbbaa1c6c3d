/** Loads the State Council's holiday notice of the next year, as an administrator hands it in. */
import { actorName, type SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { logState } from '../transparency/index.ts';
import { listCalendarYears } from './calendar.ts';
import { type CalendarNotice, checkNotice } from './check-notice.ts';
import { renumberWorkingDays } from './load.ts';
import { lawSource } from './log-source.ts';
import { calendarNoticeInvalid, calendarYearKnown, calendarYearNotNext } from './problems.ts';
import { insertCalendarDays, insertCalendarYear, lockLaw } from './queries.ts';

/**
 * Adds the year and numbers the working days anew, so that due days in it become fixed.
 * @throws Problem calendar-notice-invalid (with `faults`), calendar-year-known, calendar-year-not-next
 */
export async function loadCalendarNotice(
  platform: Platform,
  actor: SignedInActor,
  notice: CalendarNotice,
): Promise<void> {
  const faults = checkNotice(notice);
  if (faults.length > 0) throw new Problem(calendarNoticeInvalid, { extra: { faults } });
  await platform.db.app.transaction(async (tx) => {
    await tx.query(lockLaw());
    const years = (await listCalendarYears(tx)).map(({ year }) => year);
    if (years.includes(notice.year)) throw new Problem(calendarYearKnown);
    const next = Math.max(...years) + 1;
    if (years.length > 0 && notice.year !== next) {
      throw new Problem(calendarYearNotNext, {
        detail: {
          zh: `下一个可加载的年份是 ${next} 年。`,
          en: `The next year that can be loaded is ${next}.`,
        },
      });
    }
    await tx.query(
      insertCalendarYear(notice.year, notice.notice.trim(), actorName(actor), platform.clock.now()),
    );
    await tx.query(insertCalendarDays(notice.year, notice.days));
    await renumberWorkingDays(tx);
    await logState(tx, lawSource);
    await platform.jobs.enqueue(tx, 'calendar-year-loaded', { year: notice.year });
  });
}
