/** Loads the State Council's holiday notice of the next year under four eyes: the centre hands it in, a second person decides. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { Queryable, Tx } from '../../platform/db/index.ts';
import type { Platform, Words } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { notAllowed } from '../../platform/problems.ts';
import { type Details, defineAct, findUnit, requestApproval } from '../identity/index.ts';
import { logState } from '../transparency/index.ts';
import { listCalendarYears } from './calendar.ts';
import { type CalendarNotice, checkNotice } from './check-notice.ts';
import { renumberWorkingDays } from './load.ts';
import { lawSource } from './log-source.ts';
import { loadCalendarPermission } from './permissions.ts';
import { calendarNoticeInvalid, calendarYearKnown, calendarYearNotNext } from './problems.ts';
import { insertCalendarDays, insertCalendarYear, lockLaw } from './queries.ts';

const ONLY_THE_CENTRE = {
  zh: '放假通知由信用中心的管理员或发布人员录入，全市的到期日都按它计算。',
  en: 'The notice is loaded by an administrator or publisher of the credit centre: due days of the whole city follow it.',
};

/** @throws Problem calendar-year-known, calendar-year-not-next */
async function requireNext(db: Queryable, year: number): Promise<void> {
  const years = (await listCalendarYears(db)).map((known) => known.year);
  if (years.includes(year)) throw new Problem(calendarYearKnown);
  const next = Math.max(...years) + 1;
  if (years.length > 0 && year !== next) {
    throw new Problem(calendarYearNotNext, {
      detail: {
        zh: `下一个可加载的年份是 ${next} 年。`,
        en: `The next year that can be loaded is ${next}.`,
      },
    });
  }
}

/** Adds the year and numbers the working days anew, so that due days in it become fixed. */
async function load(platform: Platform, tx: Tx, notice: CalendarNotice, by: string): Promise<void> {
  await tx.query(lockLaw());
  await requireNext(tx, notice.year);
  await tx.query(insertCalendarYear(notice.year, notice.notice.trim(), by, platform.clock.now()));
  await tx.query(insertCalendarDays(notice.year, notice.days));
  await renumberWorkingDays(tx);
  await logState(tx, lawSource);
  await platform.jobs.enqueue(tx, 'calendar-year-loaded', { year: notice.year });
}

/** Every day by its holiday: whoever decides compares it with the notice. */
function detailsOf({ notice, days }: CalendarNotice): Details {
  const both = (text: string): Words => ({ zh: text, en: text });
  const holidays = Map.groupBy(days, ({ name }) => name.trim());
  const list = (of: CalendarNotice['days'], off: boolean) =>
    of
      .filter((day) => day.off === off)
      .map(({ date }) => date)
      .sort();
  return [
    { name: { zh: '通知', en: 'Notice' }, value: both(notice) },
    ...[...holidays].map(([name, of]) => {
      const [off, work] = [list(of, true), list(of, false)];
      return {
        name: both(name),
        value: {
          zh: `${off.length} 天放假：${off.join('、')}${work.length > 0 ? `；上班：${work.join('、')}` : ''}`,
          en: `${off.length} days off: ${off.join(', ')}${work.length > 0 ? `; at work: ${work.join(', ')}` : ''}`,
        },
      };
    }),
  ];
}

const loading = defineAct<CalendarNotice>({
  kind: 'law.load-calendar',
  name: { zh: '录入放假通知', en: 'Load a holiday notice' },
  requester: loadCalendarPermission,
  deciders: ['reviewer', 'administrator'],
  target: ({ year }) => String(year),
  describe: async (_platform, { year, days }) => ({
    zh: `${year} 年：${days.filter(({ off }) => off).length} 天放假，${days.filter(({ off }) => !off).length} 天调休上班。请逐日核对通知；批准后全市的到期日立即按它计算，不能改写。`,
    en: `${year}: ${days.filter(({ off }) => off).length} days off, ${days.filter(({ off }) => !off).length} make-up working days. Compare each day with the notice; once approved, due days of the whole city follow it at once and it cannot be overwritten.`,
  }),
  details: async (_platform, notice) => detailsOf(notice),
  async run(platform, tx, notice, { requestedBy }) {
    await load(platform, tx, notice, requestedBy);
    return { outcome: { year: notice.year } };
  },
});

/**
 * Asks for the year to be loaded; a second person of the centre decides.
 * @throws Problem not-allowed for anybody of another unit than the centre, calendar-notice-invalid (with `faults`), calendar-year-known, calendar-year-not-next, already-requested
 */
export async function requestCalendarNotice(
  platform: Platform,
  actor: SignedInActor,
  { reason, ...notice }: CalendarNotice & { readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  // Every unit has administrators; due days of the whole city follow this.
  if ((await findUnit(platform, actor.unit))?.kind !== 'centre')
    throw new Problem(notAllowed, { detail: ONLY_THE_CENTRE });
  const faults = checkNotice(notice);
  if (faults.length > 0) throw new Problem(calendarNoticeInvalid, { extra: { faults } });
  await requireNext(platform.db.app, notice.year);
  return requestApproval(platform, actor, loading, { payload: notice, unit: actor.unit, reason });
}
