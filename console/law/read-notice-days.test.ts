/** Days of a holiday notice as people type them. */
import { expect, test } from 'vitest';
import { readNoticeDays } from './read-notice-days.ts';

test('reads dates in the usual spellings, both words for off and work, and skips blank lines', () => {
  const typed = '2027-01-01 休 元旦\n\n2027年2月20日,班,春节\n 2027/1/2 off New Year \n20270103 work 元旦';
  expect(readNoticeDays(typed)).toEqual({
    days: [
      { date: '2027-01-01', off: true, name: '元旦' },
      { date: '2027-02-20', off: false, name: '春节' },
      { date: '2027-01-02', off: true, name: 'New Year' },
      { date: '2027-01-03', off: false, name: '元旦' },
    ],
    badLines: [],
  });
});

test.each(['2027-02-30 休 元旦', '2027-01-01 元旦', '2027-01-01 休', '元旦 休 2027-01-01'])(
  '%s is not clear',
  (line) => {
    expect(readNoticeDays(`2027-01-01 休 元旦\n${line}`).badLines).toEqual([2]);
  },
);
