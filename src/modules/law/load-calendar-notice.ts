/** Loads the State Council's holiday notice of the next year, as an administrator of the credit centre hands it in. */
import { actorName, type SignedInActor } from '../../platform/actor.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { notAllowed } from '../../platform/problems.ts';
import { findUnit } from '../identity/index.ts';
import { logState } from '../transparency/index.ts';
import { listCalendarYears } from './calendar.ts';
import { type CalendarNotice, checkNotice } from './check-notice.ts';
import { renumberWorkingDays } from './load.ts';
import { lawSource } from './log-source.ts';
import { calendarNoticeInvalid, calendarYearKnown, calendarYearNotNext } from './problems.ts';
import { insertCalendarDays, insertCalendarYear, lockLaw } from './queries.ts';

const ONLY_THE_CENTRE = {
  zh: '放假通知由信用中心的管理员录入，全市的到期日都按它计算。',
  en: 'The notice is loaded by an administrator of the credit centre: due days of the whole city follow it.',
};

/**
 * Adds the year and numbers the working days anew, so that due days in it become fixed.
 * @throws Problem not-allowed for anybody of another unit than the centre, calendar-notice-invalid (with `faults`), calendar-year-known, calendar-year-not-next
 */
export async function loadCalendarNotice(
  platform: Platform,
  actor: SignedInActor,
  notice: CalendarNotice,
): Promise<void> {
  // Every unit has administrators; due days of the whole city follow this.
  if ((await findUnit(platform, actor.unit))?.kind !== 'centre')
    throw new Problem(notAllowed, { detail: ONLY_THE_CENTRE });
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
