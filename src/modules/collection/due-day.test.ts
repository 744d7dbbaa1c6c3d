/** Due days, states and reminders by the real calendar: National Day, Spring Festival, make-up days, a year without a notice. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { buildCalendar } from '../../kernel/working-days.ts';
import { arrivalsOfFiles, arrivalsOfRecords, sumByMonth } from './count-deliveries.ts';
import { dueOfMonth, isLate, monthsBetween } from './due-day.ts';
import { stateOf } from './due-state.ts';
import type { Due } from './list-dues.ts';
import { newsOf } from './remind.ts';

const file = path.join(import.meta.dirname, '../../../data/calendar/holidays-2018-2026.json');
const calendar = buildCalendar(JSON.parse(readFileSync(file, 'utf8')));
const on = (text: string) => text as CivilDate;

test.each([
  ['2026-10-01', 7, '2026-11-10', 'fixed', 'October ends on a Saturday'],
  ['2026-09-01', 5, '2026-10-13', 'fixed', '1 to 7 October off, Saturday the 10th made up'],
  ['2026-01-01', 7, '2026-02-10', 'fixed', 'before the Spring Festival'],
  ['2026-01-01', 20, '2026-03-05', 'fixed', '15 to 23 February off, the 14th and 28th made up'],
  ['2026-04-01', 5, '2026-05-11', 'fixed', '1 to 5 May off, Saturday the 9th made up'],
  ['2026-12-01', 5, '2027-01-06', 'earliest', 'no notice for 2027: only New Year’s Day is certainly off'],
] as const)('%s and %i working days: %s (%s: %s)', (month, limit, date, kind, _why) => {
  expect(dueOfMonth(calendar, on(month), limit)).toMatchObject({ date, kind });
});

test.each([
  ['2026-09-30', '2026-10-15', 7, false, 'the seventh working day, over the holidays'],
  ['2026-09-30', '2026-10-16', 7, true, 'a day more'],
  ['2026-12-25', '2027-02-25', 7, false, 'never where the year is not published'],
] as const)('decided %s, handed in %s, within %i: late %s (%s)', (decided, handed, limit, late, _why) => {
  expect(isLate(calendar, on(decided), on(handed), limit)).toBe(late);
});

test('months are whole and include the running one', () => {
  expect(monthsBetween('2026-09-15', '2026-11-18')).toEqual(['2026-09-01', '2026-10-01', '2026-11-01']);
});

describe('the state of a month', () => {
  const came = (firstOn: string, lateRecords = 0) => ({
    records: 3,
    lateRecords,
    firstOn: on(firstOn),
    lastOn: on(firstOn),
  });
  // September 2026: with every decision by 15 October (7), monthly by the 13th (5).
  test.each([
    ['per-decision', '2026-09-30', undefined, false, 'open'],
    ['per-decision', '2026-10-09', undefined, false, 'open'],
    ['per-decision', '2026-10-12', undefined, false, 'due-soon'],
    ['per-decision', '2026-10-15', undefined, false, 'due-soon'],
    ['per-decision', '2026-10-16', undefined, false, 'missing'],
    ['per-decision', '2026-09-28', came('2026-09-20'), false, 'open'],
    ['per-decision', '2026-10-08', came('2026-09-20'), false, 'delivered'],
    ['per-decision', '2026-09-28', came('2026-09-20', 1), false, 'late'],
    ['per-decision', '2026-10-16', undefined, true, 'nothing-to-report'],
    ['per-decision', '2026-10-16', came('2026-10-16'), true, 'contradicted'],
    ['monthly', '2026-10-09', undefined, false, 'due-soon'],
    ['monthly', '2026-10-14', undefined, false, 'missing'],
    ['monthly', '2026-10-20', came('2026-10-13'), false, 'delivered'],
    ['monthly', '2026-10-20', came('2026-10-14'), false, 'late'],
  ] as const)('%s on %s, came %j, nil %s: %s', (frequency, today, delivery, nilDeclared, state) => {
    const month = on('2026-09-01');
    const due = dueOfMonth(calendar, month, frequency === 'monthly' ? 5 : 7);
    expect(stateOf(calendar, { frequency, month, due, delivery, nilDeclared, today: on(today) })).toBe(state);
  });

  test('nothing is missing where the holidays of the due day are not published', () => {
    const month = on('2026-12-01');
    const due = dueOfMonth(calendar, month, 7);
    const facts = { frequency: 'per-decision', month, due, delivery: undefined, nilDeclared: false } as const;
    expect(stateOf(calendar, { ...facts, today: on('2027-03-01') })).toBe('open');
  });
});

test('records belong to the month of their decision and are late each by its own day', () => {
  const dates = [
    { decided_on: '2026-09-01', handed_in_on: '2026-09-08', records: 2 },
    { decided_on: '2026-09-30', handed_in_on: '2026-10-16', records: 1 },
    { decided_on: '2026-10-08', handed_in_on: '2026-10-16', records: 4 },
  ];
  expect(sumByMonth(arrivalsOfRecords(calendar, dates, () => 7))).toEqual([
    { month: '2026-09-01', records: 3, lateRecords: 1, firstOn: '2026-09-08', lastOn: '2026-10-16' },
    { month: '2026-10-01', records: 4, lateRecords: 0, firstOn: '2026-10-16', lastOn: '2026-10-16' },
  ]);
});

test('a file is for the month before it came, late in a month for that one, unless its unit says otherwise', () => {
  const files = [
    { receivedOn: '2026-10-09', rows: 5, month: null },
    { receivedOn: '2026-10-15', rows: 1, month: null },
    { receivedOn: '2026-10-16', rows: 2, month: null },
    { receivedOn: '2026-10-10', rows: 7, month: '2026-10-01' },
  ];
  expect(sumByMonth(arrivalsOfFiles(files)).map(({ month, records }) => [month, records])).toEqual([
    ['2026-09-01', 6],
    ['2026-10-01', 9],
  ]);
});

test.each([
  ['due-soon', '2026-10-12', ['a data-officer collection-due']],
  ['open', '2026-10-09', []],
  ['missing', '2026-10-16', ['a reviewer collection-overdue']],
  ['missing', '2026-10-21', ['a reviewer collection-overdue']],
  ['missing', '2026-10-22', ['a reviewer collection-overdue', 'c publisher collection-escalated']],
  ['contradicted', '2026-10-22', ['a reviewer collection-contradicted']],
  ['delivered', '2026-10-22', []],
] as const)('who is told of a month that is %s on %s', (state, today, told) => {
  const due = { unit: 'a', item: 'i', month: '2026-09-01', dueOn: '2026-10-15', state } as Due;
  expect(
    newsOf(calendar, due, today, ['c']).map(({ unit, role, kind }) => `${unit} ${role} ${kind}`),
  ).toEqual(told);
});
