/** Loading the next year's holiday notice, and the public register of law, over HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { type Actor, anonymous } from '../../platform/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { html } from '../../platform/html/index.ts';
import { buildServer, createMetrics, type Server } from '../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { decideApproval, registerUnit } from '../identity/index.ts';
import { lawApi } from './api.ts';
import { checkNotice, type NoticeDayInput } from './check-notice.ts';
import { dueOn } from './index.ts';

let world: TestWorld;
let server: Server;
let actor: Actor;

beforeAll(async () => {
  world = await testDatabase();
  for (const kind of ['centre', 'department'] as const) {
    const name = { zh: kind, en: kind };
    const place = { sector: 'other', name, uscc: null, areaCode: '371899', until: null };
    await registerUnit(world.platform, { ...place, code: kind, kind, since: '2020-01-01' as CivilDate });
  }
  server = await buildServer({
    log: world.platform.log,
    authenticate: () => actor,
    renderProblem: ({ definition }) => html`${definition.title.en}`,
    routes: [lawApi(world.platform)],
    checks: [],
    metrics: createMetrics(),
    api: { title: 'test', version: '1', description: 'test' } as never,
    trustProxy: false,
  });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const days = (year: number, from: string, count: number, name: string): NoticeDayInput[] =>
  Array.from({ length: count }, (_, at) => {
    const day = Number(from.slice(3)) + at;
    return { date: `${year}-${from.slice(0, 3)}${String(day).padStart(2, '0')}`, off: true, name };
  });

/** An invented notice for 2027; the real one isn't published. 2027-01-03 is a Sunday. */
const NOTICE = {
  year: 2027,
  notice: '国办发明电〔2026〕0号（测试）',
  reason: '已与通知逐日核对',
  days: [
    ...days(2027, '01-01', 3, '元旦'),
    ...days(2027, '02-05', 8, '春节'),
    ...days(2027, '04-03', 3, '清明节'),
    ...days(2027, '05-01', 5, '劳动节'),
    ...days(2027, '10-01', 7, '国庆节'),
    { date: '2027-02-20', off: false, name: '春节' },
  ],
};
const role = (name: string, unit = 'centre', accountId = '7') =>
  ({ kind: 'account', accountId, unit, roles: [name], name: '某' }) as const satisfies Actor;
const decide = (
  who: ReturnType<typeof role>,
  approvalId: string,
  decision: 'approve' | 'refuse' = 'approve',
) => decideApproval(world.platform, who, approvalId, { decision, reason: '逐日核对无误' });
const post = (payload: object) =>
  server.inject({
    method: 'POST',
    url: '/api/v1/calendar-years',
    payload,
    headers: { 'accept-language': 'zh' },
  });

describe('a notice', () => {
  const faultsOf = (changes: Partial<typeof NOTICE>) => checkNotice({ ...NOTICE, ...changes });

  test('without fault', () => expect(checkNotice(NOTICE)).toEqual([]));
  test('New Year may begin in December before (as for 2019 and 2023)', () => {
    expect(faultsOf({ days: [...NOTICE.days, { date: '2026-12-31', off: true, name: '元旦' }] })).toEqual([]);
  });
  test.each<[string, NoticeDayInput]>([
    ['a make-up day on a Wednesday', { date: '2027-02-24', off: false, name: '春节' }],
    ['a day of another year', { date: '2028-01-01', off: true, name: '元旦' }],
    ['a day that does not exist', { date: '2027-02-30', off: true, name: '春节' }],
    ['a day twice', { date: '2027-01-01', off: true, name: '元旦' }],
    ['a day without a name', { date: '2027-06-09', off: true, name: ' ' }],
  ])('%s', (_what, day) => {
    const [fault, ...more] = faultsOf({ days: [...NOTICE.days, day] });
    expect(fault).toMatchObject({
      date: day.date,
      what: { zh: expect.any(String), en: expect.any(String) },
    });
    expect(more).toEqual([]);
  });
  test('too few days off, and statutory holidays missing', () => {
    expect(faultsOf({ days: days(2027, '10-01', 7, '国庆节') }).map((fault) => fault.date)).toEqual([
      undefined,
      '2027-01-01',
      '2027-05-01',
    ]);
  });
});

describe('loading it', () => {
  test('is asked for by administrators and publishers of the centre only: due days of the whole city follow it', async () => {
    actor = anonymous;
    expect((await post(NOTICE)).statusCode).toBe(401);
    actor = role('data-officer');
    expect((await post(NOTICE)).statusCode).toBe(403);
    for (const unit of ['department', 'no-such-unit']) {
      actor = role('administrator', unit);
      const answer = await post(NOTICE);
      expect([answer.statusCode, answer.json().type]).toEqual([403, '/problems/not-allowed']);
      expect(answer.json().detail).toContain('信用中心的管理员或发布人员');
    }
  });

  test('faults are told one by one in both languages', async () => {
    actor = role('administrator');
    const answer = await post({ ...NOTICE, days: NOTICE.days.slice(0, 3) });
    expect([answer.statusCode, answer.json().type]).toEqual([
      422,
      expect.stringContaining('calendar-notice-invalid'),
    ]);
    expect(answer.json().faults[0].what).toBe('放假日共 3 天，应在 13 至 45 天之间。');
    expect(answer.json().faults[1]).toMatchObject({ date: '2027-05-01' });
  });

  test('a year that does not follow is refused', async () => {
    actor = role('administrator');
    const later = {
      ...NOTICE,
      year: 2028,
      days: NOTICE.days.map((day) => ({ ...day, date: day.date.replace('2027', '2028') })),
    };
    const weekend = later.days.filter((day) => day.off);
    expect((await post({ ...later, days: weekend })).json().type).toContain('calendar-year-not-next');
  });

  test('fixes the due days of that year once a second person has approved', async () => {
    actor = role('publisher');
    const open = { kind: 'earliest' };
    expect(await dueOn(world.db.app, '2026-12-28', 7)).toMatchObject(open);
    const first = await post(NOTICE);
    expect(first.statusCode, first.body).toBe(202);
    expect((await post(NOTICE)).json().type).toContain('already-requested');
    await decide(role('reviewer', 'centre', '8'), first.json().approvalId, 'refuse');
    const { approvalId } = (await post(NOTICE)).json();
    expect(await dueOn(world.db.app, '2026-12-28', 7)).toMatchObject(open);
    const refusals = [
      [role('administrator'), 'not-yours-to-decide'],
      [role('reviewer', 'department', '9'), 'approval-not-found'],
      [role('data-officer', 'centre', '9'), 'not-yours-to-decide'],
    ] as const;
    for (const [who, type] of refusals)
      await expect(decide(who, approvalId)).rejects.toMatchObject({ definition: { type } });
    const entries = sql`select count(*)::int as n from transparency.entry where source = 'law.rules'`;
    const before = await world.db.migrator.one<{ n: number }>(entries);
    await decide(role('reviewer', 'centre', '8'), approvalId);
    expect(await world.db.migrator.one(entries)).toEqual({ n: before.n + 1 });
    expect(
      await world.db.migrator.one(sql`select loaded_by as by from law.calendar_year where year = 2027`),
    ).toEqual({ by: 'account:7' });
    // 12-29, 12-30, 12-31, then after New Year and its weekend 01-04 to 01-07.
    expect(await dueOn(world.db.app, '2026-12-28', 7)).toEqual({ kind: 'fixed', date: '2027-01-07' });
    expect((await post(NOTICE)).json().type).toContain('calendar-year-known');
  });
});

describe('the public register of law', () => {
  test('every entry names its period, and every rule its basis', async () => {
    const { items, next } = (await server.inject('/api/v1/public/law')).json();
    expect(next).toBeNull();
    const kinds = new Set(items.map((item: { kind: string }) => item.kind));
    expect(kinds).toEqual(
      new Set(['instrument', 'time-limit', 'publicity-rule', 'penalty-kind-class', 'calendar-year']),
    );
    for (const item of items) {
      expect(item.inForce.from).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (!['instrument', 'calendar-year'].includes(item.kind)) expect(item.basis.article).toBeTruthy();
    }
  });

  test('an article shows what rests on it', async () => {
    const { items } = (await server.inject('/api/v1/public/law?kind=instrument')).json();
    const order = items.find((item: { id: string }) => item.id === 'ndrc-36');
    expect(order.articles.find((entry: { article: string }) => entry.article === '第二章').carries).toEqual([
      { kind: 'publicity-rule', id: 'ndrc-36' },
    ]);
  });

  test('an unknown kind is refused', async () => {
    expect((await server.inject('/api/v1/public/law?kind=rumour')).statusCode).toBe(400);
  });
});
