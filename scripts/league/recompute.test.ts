// The league that the platform states is the league that its public downloads give, to the last digit.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../src/app/server.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  licence,
  officer,
  penalty,
  registerFirms,
} from '../../src/modules/intake/testing/city.ts';
import { declareRegister, recount } from '../../src/modules/quality/index.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { sql } from '../../src/platform/db/index.ts';
import type { Server } from '../../src/platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../src/platform/testing.ts';
import { recompute } from './recompute.ts';

let world: TestWorld;
let server: Server;
const firms = [firm(1), firm(2), firm(3)] as const;
const period = { from: '2026-06-01', until: '2026-12-01' };

async function get(url: string): Promise<string> {
  const answer = await server.inject({ url, remoteAddress: '203.0.113.9' });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.body;
}

type Rows = readonly Record<string, string>[];

async function give(day: string, unit: 'market' | 'emergency', item: string, rows: Rows): Promise<void> {
  await world.db.migrator.query(sql`update platform.clock set fixed_on = ${day}::date`);
  const platform = { ...world.platform, clock: fixedClock(day) };
  const actor = officer(unit);
  await handIn(platform, actor, item, csv(rows));
  await recount(platform, { unit: actor.unit, item });
}

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, firms);
  const penalties = (unit: 'market' | 'emergency', from: number, day: string, changes = {}) =>
    firms.map((one, n) => penalty(one, from + n, { CF_JDRQ: day, ...changes }, unit));
  // In time, late for one of two sectors, with rows that fail, and twice.
  await give('2026-11-18', 'market', 'administrative-penalty', penalties('market', 1, '2026/11/09'));
  await give('2026-11-18', 'emergency', 'administrative-penalty', penalties('emergency', 1, '2026/11/03'));
  await give('2026-11-19', 'emergency', 'administrative-penalty', [
    ...penalties('emergency', 10, '2026/10/21'),
    ...penalties('emergency', 20, '2026/11/17', { CF_SY: '', CF_WFXW: '' }),
    ...penalties('emergency', 30, '2026/2/30'),
    ...penalties('emergency', 1, '2026/11/03'),
  ]);
  // One is corrected, one has no class of misconduct and is not public.
  const [first] = firms;
  await give('2026-11-20', 'market', 'administrative-penalty', [
    penalty(first, 1, { CF_JDRQ: '2026/11/09', CF_SY: '另有事实' }),
    penalty(first, 50, { CF_JDRQ: '2026/11/02', CF_CFLB: '其他-责令改正', CF_NR: '责令改正', CF_NR_FK: '' }),
  ]);
  await give(
    '2026-11-20',
    'market',
    'administrative-licence',
    firms.map((one, n) => licence(one, n + 1)),
  );
  await world.db.migrator.query(sql`update platform.clock set fixed_on = '2026-12-02'::date`);
  const platform = { ...world.platform, clock: fixedClock('2026-12-02') };
  const declare = (unit: 'market' | 'emergency', item: string, month: string, decisions: number) =>
    declareRegister(platform, officer(unit), { item, month, decisions });
  await declare('market', 'administrative-penalty', '2026-11-01', 9);
  await declare('market', 'administrative-penalty', '2026-11-01', 7);
  await declare('market', 'administrative-licence', '2026-11-01', 2);
  await declare('emergency', 'administrative-penalty', '2026-10-01', 3);
  await declare('emergency', 'administrative-penalty', '2026-09-01', 4);
  server = await buildApp(platform);
});
afterAll(async () => {
  await server.close();
  await world.close();
});

test('every figure of the league comes out the same from the downloads alone', async () => {
  const told = JSON.parse(
    await get(`/api/v1/public/quality/league?from=${period.from}&until=${period.until}`),
  ) as { items: { unit: string; name: unknown; figures: { figure: string; part: number; of: number }[] }[] };
  const stated = told.items.map(({ name: _, ...row }) => row);
  expect(await recompute(get, period.from, period.until)).toEqual(stated);
  // The comparison is worth nothing where nothing is counted: each figure has something, and none is only full.
  const market = told.items.find(({ unit }) => unit === officer('market').unit);
  const emergency = told.items.find(({ unit }) => unit === officer('emergency').unit);
  const parts = (row: typeof market) =>
    Object.fromEntries((row?.figures ?? []).map((f) => [f.figure, [f.part, f.of]]));
  expect(parts(market)).toMatchObject({
    reported: [4 + 2, 7 + 2],
    accuracy: [6, 7],
  });
  expect(parts(emergency)).toMatchObject({
    compliance: [9, 15],
    timeliness: [0, 6],
    reported: [3, 7],
    storage: [6, 12],
  });
});

test('the pages of the league and of its units show the same figures', async () => {
  for (const language of ['', '/en']) {
    const page = await get(`${language}/quality/${officer('emergency').unit}`);
    // Rows that passed the checks, of rows handed in.
    expect(page).toContain('9 / 15');
    expect(await get(`${language}/quality`)).toContain(`${language}/quality/${officer('market').unit}"`);
  }
});

test('items that are not open to everybody are in no public figure', async () => {
  // Payments go to firms, and are not open; the same month as everything else.
  await world.db.migrator.query(sql`
    insert into quality.record_dates (unit_code, item, line, decided_on, handed_in_on, public_on, records, corrected)
    values (${officer('market').unit}, 'administrative-payment', 1, '2026-11-03', '2026-11-04', null, 1, 0)`);
  await world.db.migrator.query(sql`
    insert into quality.number_series (unit_code, item, series, lowest, highest, present, missing, counted_at)
    values (${officer('market').unit}, 'administrative-payment', '清付〔2026〕…号', 1, 3, 2, '{2}', now())`);
  await world.db.migrator.query(sql`
    update intake.submission set item = 'administrative-payment'
    where submission_id = (select min(submission_id) from intake.submission where item = 'organisation-registration')`);
  const period = 'from=2026-06-01&until=2026-12-01';
  for (const file of ['submissions', 'record-dates', 'declarations'])
    expect(await get(`/api/v1/public/quality/inputs/${file}?${period}`)).not.toContain(
      'administrative-payment',
    );
  expect(await get(`/timeliness/${officer('market').unit}?item=administrative-payment`)).not.toContain(
    '清付',
  );
  expect(await get(`/quality/${officer('market').unit}`)).not.toContain('行政给付');
});

test('what is not public shows its month alone', async () => {
  const lines = (
    await get(`/api/v1/public/quality/inputs/record-dates?from=${period.from}&until=${period.until}`)
  )
    .split('\r\n')
    .filter((line) => line.includes('administrative-penalty') && line.includes(officer('market').unit));
  expect(lines.filter((line) => line.includes(',,'))).toEqual([
    `${officer('market').unit},administrative-penalty,2026-11-01,,,,1,0`,
  ]);
});

test.each([
  ['the end before the beginning', 'from=2026-06-01&until=2026-05-01'],
  ['no months', 'from=2026-06-01&until=2026-06-01'],
  ['too many', 'from=2020-01-01&until=2026-06-01'],
  ['months before anything was counted', 'from=2015-01-01&until=2016-01-01'],
])('%s is told as a fault', async (_, query) => {
  for (const path of ['league', 'inputs/declarations']) {
    const answer = await server.inject({ url: `/api/v1/public/quality/${path}?${query}` });
    expect([answer.statusCode, answer.json().type]).toEqual([400, '/problems/period-not-whole']);
  }
});
