// The two clocks on real working days: 7 of the national standard, 20 of SAMR Order 45 art. 9, and no guess past the calendar.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildCalendar } from '../../kernel/working-days.ts';
import { countTimeliness } from './timeliness.ts';

const calendar = buildCalendar(JSON.parse(readFileSync('data/calendar/holidays-2018-2026.json', 'utf8')));
const on = (decided: string, handed: string, accepted: string | null, limit: number | undefined) =>
  countTimeliness(
    calendar,
    [{ decided_on: decided, handed_in_on: handed, public_on: accepted, records: 1, corrected: 0 }],
    () => limit,
  )[0];

describe('handed in and public, each against the limit', () => {
  test.each([
    // 25 to 27 September and 1 to 7 October are off, Saturday 10 October is a make-up working day.
    ['7th working day after a long holiday is in time', '2026-09-24', '2026-10-12', '2026-10-12', 7, 1, 1],
    ['the 8th is late', '2026-09-24', '2026-10-13', '2026-10-13', 7, 0, 0],
    [
      'handed in in time, held by the platform until too late',
      '2026-11-02',
      '2026-11-06',
      '2026-11-16',
      7,
      1,
      0,
    ],
    ['the day itself', '2026-11-02', '2026-11-02', '2026-11-02', 7, 1, 1],
    ['20 working days of market supervision', '2026-11-02', '2026-11-18', '2026-11-18', 20, 1, 1],
  ])('%s', (_, decided, handed, accepted, limit, handedInOnTime, publicOnTime) => {
    expect(on(decided, handed, accepted, limit)).toMatchObject({ handedInOnTime, publicOnTime, unfixed: 0 });
  });

  test('past the last published calendar nobody is called late', () => {
    expect(on('2026-12-28', '2027-03-01', '2027-03-01', 7)).toMatchObject({
      records: 1,
      unfixed: 1,
      handedInOnTime: 0,
    });
  });

  test('what is not public is in no share: it waits for its class, or the misconduct was slight', () => {
    expect(on('2026-11-02', '2026-11-04', null, 7)).toMatchObject({
      records: 1,
      unfixed: 1,
      publicOnTime: 0,
    });
  });

  test('where no limit was in force nothing is counted', () => {
    expect(on('2018-01-02', '2018-03-01', '2018-03-01', undefined)).toMatchObject({ unfixed: 1 });
  });
});

test('months are those of the decision, in order', () => {
  const dates = ['2026-03-31', '2026-01-05', '2026-03-02'].map((d) => ({
    decided_on: d,
    handed_in_on: d,
    public_on: d,
    corrected: 0,
    records: 2,
  }));
  const months = countTimeliness(calendar, dates, () => 7);
  expect(months.map((m) => [m.month, m.records])).toEqual([
    ['2026-01-01', 2],
    ['2026-03-01', 4],
  ]);
});
