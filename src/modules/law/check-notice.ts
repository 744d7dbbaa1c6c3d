/** Judges a year's holiday notice as an administrator typed it in. */
import { type CivilDate, isCivilDate, weekday } from '../../kernel/civil-date.ts';

/** A day that the notice moves. */
export interface NoticeDayInput {
  readonly date: CivilDate;
  readonly off: boolean;
  readonly name: string;
}

/** A notice: its address or number, and all days off (weekend days inside holidays too) and make-up working days. */
export interface CalendarNotice {
  readonly year: number;
  readonly notice: string;
  readonly days: readonly NoticeDayInput[];
}

/** A fault with the day it concerns; an answer says `what` in the reader's language. */
export interface NoticeFault {
  readonly date?: string;
  readonly what: { readonly zh: string; readonly en: string };
}

/** 全国年节及纪念日放假办法 (2024) art. 2: 13 days off; with the weekends around them notices list 20 to 40. */
const FEWEST_DAYS_OFF = 13;
const MOST_DAYS_OFF = 45;
const MOST_MAKE_UP_DAYS = 14;
/** Solar dates that are days off in every year. */
const ALWAYS_OFF = ['01-01', '05-01', '10-01', '10-02', '10-03'];

/** All faults; none means that the notice may be loaded. */
export function checkNotice({ year, notice, days }: CalendarNotice): NoticeFault[] {
  const faults: NoticeFault[] = [];
  if (notice.trim() === '')
    faults.push({
      what: { zh: '请写明通知的文号或网址。', en: 'Give the number or address of the notice.' },
    });
  const seen = new Set<string>();
  for (const { date, off, name } of days) {
    const fault = (zh: string, en: string) => faults.push({ date, what: { zh, en } });
    if (!isCivilDate(date)) fault('日历上没有这一天。', 'There is no such day.');
    else if (!date.startsWith(`${year}-`) && !date.startsWith(`${year - 1}-12-`)) {
      fault(
        `不在 ${year} 年内（元旦假期可含上年12月）。`,
        `Not in the year ${year} (New Year may begin in December before).`,
      );
    } else if (!off && weekday(date) <= 5)
      fault('调休上班日应是周六或周日。', 'A make-up working day is a Saturday or Sunday.');
    if (name.trim() === '') fault('没有写节日名称。', 'The name of the holiday is missing.');
    if (seen.has(date)) fault('同一天写了两次。', 'The day stands twice.');
    seen.add(date);
  }
  faults.push(...checkCounts(year, days));
  return faults;
}

function checkCounts(year: number, days: readonly NoticeDayInput[]): NoticeFault[] {
  const faults: NoticeFault[] = [];
  const off = days.filter((day) => day.off).map((day) => day.date);
  const makeUp = days.length - off.length;
  if (off.length < FEWEST_DAYS_OFF || off.length > MOST_DAYS_OFF) {
    faults.push({
      what: {
        zh: `放假日共 ${off.length} 天，应在 ${FEWEST_DAYS_OFF} 至 ${MOST_DAYS_OFF} 天之间。`,
        en: `${off.length} days off; a year has ${FEWEST_DAYS_OFF} to ${MOST_DAYS_OFF}.`,
      },
    });
  }
  if (makeUp > MOST_MAKE_UP_DAYS) {
    faults.push({
      what: { zh: `调休上班日共 ${makeUp} 天，过多。`, en: `${makeUp} make-up working days are too many.` },
    });
  }
  for (const day of ALWAYS_OFF) {
    if (!off.includes(`${year}-${day}`)) {
      faults.push({
        date: `${year}-${day}`,
        what: { zh: '法定节日没有列为放假。', en: 'A statutory holiday is not listed as off.' },
      });
    }
  }
  return faults;
}
