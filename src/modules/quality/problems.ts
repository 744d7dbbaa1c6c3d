/** Why a request to quality can't be served. */
import { defineProblem } from '../../platform/problem.ts';

export const monthNotOver = defineProblem({
  type: 'month-not-over',
  status: 409,
  title: { zh: '这个月还没有结束', en: 'This month is not over yet' },
  advice: {
    zh: '月份结束后才能申报该月台账数量，请选择上个月或更早的月份。',
    en: 'A month’s register can be declared once the month is over. Choose last month or an earlier one.',
  },
});

export const periodNotWhole = defineProblem({
  type: 'period-not-whole',
  status: 400,
  title: { zh: '统计期间不对', en: 'The period is not right' },
  advice: {
    zh: '起止都要写某月第一天，止不含当月，且晚于起，最长 60 个月，不早于 2020 年 1 月，例如 from=2026-01-01&until=2026-11-01。',
    en: 'Both ends are the first day of a month, the end is exclusive and later than the beginning, at most 60 months lie between, and nothing is counted before January 2020, for example from=2026-01-01&until=2026-11-01.',
  },
});
