/** Loading the law: what is there after the start, idempotence, refusals, and the numbered working days. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { dueOn, findTimeLimit, getCalendar } from './index.ts';
import { lawData } from './law-data.ts';
import { checkLawData, loadLaw } from './load.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world.close());

const count = async (table: 'instrument' | 'article' | 'time_limit' | 'calendar_day' | 'working_day') => {
  const statements = {
    instrument: sql`select count(*)::int as n from law.instrument`,
    article: sql`select count(*)::int as n from law.article`,
    time_limit: sql`select count(*)::int as n from law.time_limit`,
    calendar_day: sql`select count(*)::int as n from law.calendar_day`,
    working_day: sql`select count(*)::int as n from law.working_day`,
  };
  return (await world.db.app.one<{ n: number }>(statements[table])).n;
};

describe('loading the law', () => {
  test('everything of data/law is there, and again changes nothing', async () => {
    const before = await Promise.all(
      (['instrument', 'article', 'time_limit', 'calendar_day', 'working_day'] as const).map(count),
    );
    await loadLaw(world.platform);
    const after = await Promise.all(
      (['instrument', 'article', 'time_limit', 'calendar_day', 'working_day'] as const).map(count),
    );
    expect(after).toEqual(before);
    expect(after.slice(0, 3)).toEqual([
      lawData.instruments.length,
      lawData.articles.length,
      lawData.timeLimits.length,
    ]);
    expect(after[4]).toBe(3287); // every day from 2018-01-01 to 2026-12-31
  });

  test('limits of one item and sector that overlap are refused, naming the file', () => {
    const [first] = lawData.timeLimits;
    if (first === undefined) throw new Error('data/law/time-limits.json is empty');
    const doubled = { ...lawData, timeLimits: [first, { ...first, id: 'again', from: '2020-01-01' }] };
    expect(() => checkLawData(doubled)).toThrow(/time-limits\.json.*重叠.*overlap/);
  });

  test('a limit that cites an unknown article is refused', () => {
    const [first] = lawData.timeLimits;
    if (first === undefined) throw new Error('data/law/time-limits.json is empty');
    expect(() => checkLawData({ ...lawData, timeLimits: [{ ...first, article: '第九百条' }] })).toThrow(
      /第九百条/,
    );
  });

  test('the numbered working days agree with the kernel: 2026-10-08 is a working day, 10-01 to 10-07 are not', async () => {
    const rows = await world.db.app.query<{ day: string; working: boolean; ordinal: number }>(
      sql`select day, working, ordinal from law.working_day where day between '2026-09-30' and '2026-10-10' order by day`,
    );
    expect(rows.map((row) => row.working)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ]); // 10-10 is a make-up Saturday
    const [first, last] = [rows[0], rows.at(-1)];
    expect((last?.ordinal ?? 0) - (first?.ordinal ?? 0)).toBe(3);
  });
});

describe('time limits', () => {
  test.each<[string, string, string, number | undefined, string]>([
    [
      'administrative-penalty',
      'market-supervision',
      '2026-03-02',
      20,
      '市场监督管理行政处罚信息公示规定 art. 9',
    ],
    [
      'administrative-penalty',
      'market-supervision',
      '2021-08-31',
      7,
      'before Order 45: 发改办财金〔2018〕424号',
    ],
    ['administrative-penalty', 'emergency', '2026-03-02', 7, '安全生产法 art. 78'],
    ['administrative-penalty', 'health', '2026-03-02', 7, '发改办财金〔2018〕424号'],
    ['administrative-licence', 'market-supervision', '2026-03-02', 7, '发改办财金〔2018〕424号'],
    ['administrative-licence', 'health', '2018-07-24', undefined, 'before double publicity'],
    ['organisation-registration', 'market-supervision', '2026-03-02', 20, '企业信息公示暂行条例 art. 6'],
  ])('%s of %s decided %s: %s working days (%s)', async (item, sector, date, days) => {
    expect((await findTimeLimit(world.db.app, item, sector, date))?.workingDays).toBe(days);
  });

  test('a due day past the last published year is only the earliest possible one', async () => {
    expect(await dueOn(world.db.app, '2026-11-18', 7)).toEqual({ kind: 'fixed', date: '2026-11-27' });
    expect(await dueOn(world.db.app, '2026-12-28', 7)).toMatchObject({ kind: 'earliest', awaitsYear: 2027 });
    expect((await getCalendar(world.db.app)).years).toEqual([
      2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
  });
});
