/** The collection list against PostgreSQL: assigning, deliveries counted, nothing to report and its contradiction, reminders once. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { sql } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  officer,
  penalty,
  registerFirms,
  UNITS,
} from '../intake/testing/city.ts';
import { listUnitNotices } from '../notices/index.ts';
import { person } from '../persons/testing/people.ts';
import {
  assignItem,
  countDeliveries,
  type DueState,
  declareDelivery,
  declareNil,
  endAssignment,
  listAssignments,
  listDues,
  runCollectionRound,
  withdrawNilReport,
} from './index.ts';

const item = 'administrative-penalty';
const unit = UNITS.market.code;
const publisher = officer('centre', 'publisher');
const asked = { unit, item, channel: 'api', contact: '法规科', since: '2026-06-01' } as const;
let world: TestWorld;
let platform: Platform;

/** The same platform on another day. */
const onDay = (day: string): Platform => ({
  ...platform,
  clock: { now: () => new Date(`${day}T04:00:00Z`), today: () => day as CivilDate },
});

async function states(at = platform, of = item): Promise<Record<string, DueState>> {
  const dues = await listDues(at, officer('market'), { item: of, months: 12 });
  return Object.fromEntries(dues.map(({ month, state }) => [month.slice(0, 7), state]));
}

beforeAll(async () => {
  world = await testDatabase();
  platform = world.platform;
  await buildCity(platform);
  await registerFirms(platform, [firm(1)]);
});
afterAll(() => world.close());

describe('assigning', () => {
  test.each([
    ['not by the centre', officer('market', 'publisher'), {}, /collection-centre-only/],
    ['a sector that does not supply it', publisher, { item: 'court-enforcement' }, /item-not-suppliable/],
    ['an item that is not there', publisher, { item: 'gossip' }, /item-not-suppliable/],
    ['a unit that is not there', publisher, { unit: 'nobody' }, /item-not-suppliable/],
    ['somebody’s mobile', publisher, { contact: '王科长 13812345678' }, /contact-personal/],
  ])('is refused: %s', async (_why, actor, changes, problem) => {
    await expect(assignItem(platform, actor, { ...asked, ...changes })).rejects.toThrow(problem);
  });

  test('writes dated rows: a change ends the row that stands, none may overlap', async () => {
    const first = await assignItem(platform, publisher, asked);
    expect(first).toMatchObject({ frequency: 'per-decision', until: null });
    await expect(assignItem(platform, publisher, asked)).rejects.toThrow(/assignment-overlaps/);
    await assignItem(platform, publisher, { ...asked, channel: 'console', since: '2026-10-01' });
    const rows = await listAssignments(platform, officer('market'));
    expect(rows).toMatchObject([{ channel: 'console', since: '2026-10-01', until: null }]);
    await expect(endAssignment(platform, publisher, first.assignmentId, '2026-12-01')).rejects.toThrow(
      /assignment-not-found/,
    );
    const { assignmentId } = rows[0] ?? { assignmentId: '' };
    await expect(endAssignment(platform, publisher, assignmentId, '2026-09-01')).rejects.toThrow(
      /assignment-end-too-early/,
    );
  });
});

test('a month is owed once, with the row that holds, by the law’s limit for the sector', async () => {
  const dues = await listDues(platform, officer('market'), { item, months: 12 });
  expect(dues.map(({ month, channel, dueOn, state }) => [month, channel, dueOn, state])).toEqual([
    ['2026-11-01', 'console', '2026-12-28', 'open'],
    ['2026-10-01', 'console', '2026-11-27', 'open'],
    ['2026-09-01', 'api', '2026-11-03', 'missing'],
    ['2026-08-01', 'api', '2026-09-28', 'missing'],
    ['2026-07-01', 'api', '2026-08-28', 'missing'],
    ['2026-06-01', 'api', '2026-07-28', 'missing'],
  ]);
  expect(await listDues(platform, officer('emergency'), { months: 12 })).toEqual([]);
  const seen = await listDues(platform, publisher, { state: 'missing', months: 12 });
  expect(seen.map((due) => due.unit)).toEqual([unit, unit, unit, unit]);
});

test('what was handed in delivers its month; late where a record came after its own day', async () => {
  await handIn(
    platform,
    officer('market'),
    item,
    csv([penalty(firm(1), 1, { CF_JDRQ: '2026-11-09' }), penalty(firm(1), 2, { CF_JDRQ: '2026-09-08' })]),
  );
  await countDeliveries(platform, { unit, item });
  await countDeliveries(platform, { unit, item });
  const dues = await listDues(platform, officer('market'), { item, months: 12 });
  expect(dues.find(({ month }) => month === '2026-09-01')).toMatchObject({
    state: 'late',
    delivery: { records: 1, lateRecords: 1, firstOn: '2026-11-18' },
  });
  expect(await states()).toMatchObject({ '2026-11': 'open', '2026-09': 'late', '2026-08': 'missing' });
  expect(await states(onDay('2026-12-01'))).toMatchObject({ '2026-11': 'delivered', '2026-10': 'missing' });
});

describe('nothing to report', () => {
  const august = { item, month: '2026-08-01' };
  const actor = officer('market', 'reviewer');

  test.each([
    ['a month that runs', { item, month: '2026-11-01' }, /month-not-owed/],
    ['a month before the row', { item, month: '2026-05-01' }, /month-not-owed/],
    ['an item not owed', { item: 'administrative-licence', month: '2026-08-01' }, /month-not-owed/],
    ['a month with records', { item, month: '2026-09-01' }, /nil-records-exist/],
  ])('is refused for %s', async (_what, own, problem) => {
    await expect(declareNil(platform, actor, own)).rejects.toThrow(problem);
  });

  test('stands until it is withdrawn, is not said twice, and is contradicted by what comes later', async () => {
    await declareNil(platform, actor, august);
    await expect(declareNil(platform, actor, august)).rejects.toThrow(/nil-already-declared/);
    expect(await states()).toMatchObject({ '2026-08': 'nothing-to-report' });
    await withdrawNilReport(platform, actor, august);
    await expect(withdrawNilReport(platform, actor, august)).rejects.toThrow(/nil-not-found/);
    expect(await states()).toMatchObject({ '2026-08': 'missing' });
    await declareNil(platform, actor, august);
    const row = penalty(firm(1), 3, { CF_JDRQ: '2026-08-20' });
    await handIn(platform, officer('market'), item, csv([row]));
    await countDeliveries(platform, { unit, item });
    expect(await states()).toMatchObject({ '2026-08': 'contradicted' });
  });
});

test('the daily round tells each thing once, however often it runs', async () => {
  const first = await runCollectionRound(platform);
  // June and July are missing: told to the reviewer and to the centre; August is contradicted.
  expect(first).toEqual({ rows: 1, told: 5 });
  expect(await runCollectionRound(platform)).toEqual({ rows: 1, told: 0 });
  const [one, two] = await Promise.all([
    runCollectionRound(onDay('2026-11-25')),
    runCollectionRound(onDay('2026-11-25')),
  ]);
  // October is due on Friday the 27th: the data officer is reminded, by one of two rounds at once.
  expect(one.told + two.told).toBe(1);
  const told = async (roles: string[], code: string = unit) =>
    (await listUnitNotices(platform.db.app, { unit: code, roles }, 20)).map(({ kind, facts }) => [
      kind,
      facts['month'],
    ]);
  expect(await told(['data-officer'])).toEqual([['collection-due', '2026-10-01']]);
  expect((await told(['reviewer'])).toSorted()).toEqual([
    ['collection-contradicted', '2026-08-01'],
    ['collection-overdue', '2026-06-01'],
    ['collection-overdue', '2026-07-01'],
  ]);
  expect((await told(['publisher'], UNITS.centre.code)).length).toBe(2);
  expect(await told(['checker'])).toEqual([]);
});

test('a monthly item is delivered by file, for the month that its unit declares', async () => {
  const monthly = 'organisation-registration';
  await assignItem(platform, publisher, { ...asked, item: monthly, since: '2026-09-01' });
  await countDeliveries(platform, { unit, item: monthly });
  // The registrations came on 18 November: for November, unless the unit says that they are October's, and late.
  expect(await states(platform, monthly)).toEqual({
    '2026-11': 'open',
    '2026-10': 'missing',
    '2026-09': 'missing',
  });
  const { id } = await world.db.migrator.one<{ id: string }>(
    sql`
      select submission_id as id from intake.submission where item = ${monthly}`,
  );
  await declareDelivery(platform, officer('market'), { submissionId: id, month: '2026-10-01' });
  expect(await states(platform, monthly)).toMatchObject({ '2026-11': 'open', '2026-10': 'late' });
  await expect(
    declareDelivery(platform, officer('emergency'), { submissionId: id, month: '2026-11-01' }),
  ).rejects.toThrow(/delivery-not-found/);
  const [row] = (await listAssignments(platform, publisher)).filter((one) => one.item === monthly);
  await endAssignment(platform, publisher, row?.assignmentId ?? '', '2026-11-18');
  expect(await states(platform, monthly)).toEqual({ '2026-10': 'late', '2026-09': 'missing' });
});

test('a month in which a unit decided on people alone is delivered by its file, beside months with records of firms', async () => {
  const about = penalty({ name: '张三', uscc: '' }, 90, {
    CF_XDR_LB: '自然人',
    CF_FRDB: '',
    CF_XDR_ZJLX: '身份证',
    CF_XDR_ZJHM: person(101).identityNumber,
    personCapacity: '经营活动',
    CF_JDRQ: '2026-10-20',
  });
  const { submission, submissionId } = await handIn(
    platform,
    officer('market'),
    item,
    csv([{ ...about, CF_XDR_MC: person(101).name }]),
  );
  expect(submission.counts).toMatchObject({ accepted: 1 });
  await countDeliveries(platform, { unit, item });
  const before = await states(onDay('2027-01-30'));
  await declareDelivery(platform, officer('market'), { submissionId, month: '2026-10-01' });
  expect(before).toMatchObject({ '2026-10': 'missing' });
  // The files of firms' records, which came on the same day, make no further month delivered.
  expect(await states(onDay('2027-01-30'))).toMatchObject({
    '2026-11': 'delivered',
    '2026-10': 'delivered',
    '2026-07': 'missing',
    '2026-06': 'missing',
  });
});
