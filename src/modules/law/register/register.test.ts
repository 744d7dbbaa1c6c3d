/** Ending an instrument: said in numbers, decided by two, carried on by a declared successor; and policy papers by whoever made them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { sql } from '../../../platform/db/index.ts';
import { html } from '../../../platform/html/index.ts';
import { buildServer, createMetrics, type Server } from '../../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { decideApproval } from '../../identity/index.ts';
import { loadLaw } from '../load.ts';
import { registerApi } from '../register-api.ts';

type Officer = Extract<Actor, { kind: 'account' }>;
const officer = (unit: string, role: Officer['roles'][number], accountId: string): Officer => ({
  kind: 'account',
  accountId,
  unit,
  roles: [role],
  name: `${role} ${accountId}`,
});
const publisher = officer('g-centre', 'publisher', '51');
const reviewer = officer('g-centre', 'reviewer', '52');

let world: TestWorld;
let server: Server;
let actor: Actor;

beforeAll(async () => {
  world = await testDatabase();
  await world.db.app.query(sql`
    insert into identity.unit (unit_code, kind, sector, name_zh, name_en, area_code, since)
    values ('g-centre', 'centre', 'centre', '信用中心', 'Centre', '371899', '2020-01-01'),
      ('g-health', 'department', 'health', '卫健', 'Health', '371899', '2020-01-01'),
      ('g-water', 'department', 'water', '水务', 'Water', '371899', '2020-01-01')`);
  server = await buildServer({
    log: world.platform.log,
    authenticate: () => actor,
    renderProblem: ({ definition }) => html`${definition.title.en}`,
    routes: [registerApi(world.platform)],
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

const ask = async (by: Actor, method: 'GET' | 'POST', url: string, payload?: object) => {
  actor = by;
  const answer = await server.inject({ method, url, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
};
const ending = (instrument: string) => `/api/v1/instruments/${instrument}/ending`;
const active = async () =>
  (await world.db.app.query<{ item: string }>(sql`select item from catalogue.item_now`)).map(
    ({ item }) => item,
  );
const approve = (approvalId: string) =>
  decideApproval(world.platform, reviewer, approvalId, { decision: 'approve', reason: '核对无误' });

describe('the end of an instrument', () => {
  test('is first said in numbers, and changes nothing', async () => {
    const before = await active();
    const { status, body } = await ask(
      publisher,
      'GET',
      `${ending('shandong-credit-2020')}?endsOn=2026-11-18`,
    );
    expect(status).toBe(200);
    expect(body.effects.items.map(({ item }: { item: string }) => item)).toContain('administrative-penalty');
    expect(body.told.zh).toMatch(/停止 \d+ 个事项.*记录不再公示/);
    expect(await active()).toEqual(before);
  });

  test.each<[string, string, string, number]>([
    ['one that ended already', 'ndrc-58', 'endsOn=2026-11-18', 409],
    ['before it came into force', 'shandong-credit-2020', 'endsOn=2020-01-01', 409],
    [
      'with a successor of a lower level',
      'shandong-credit-2020',
      'endsOn=2026-11-18&succeededBy=catalogue-2024',
      409,
    ],
    [
      'with a successor that is not in force then',
      'shandong-credit-2020',
      'endsOn=2026-11-18&succeededBy=ndrc-58',
      409,
    ],
    [
      'with a successor that is not there',
      'shandong-credit-2020',
      'endsOn=2026-11-18&succeededBy=nothing',
      404,
    ],
    ['of what is not there', 'nothing', 'endsOn=2026-11-18', 404],
  ])('refused: %s', async (_what, instrument, query, status) => {
    expect((await ask(publisher, 'GET', `${ending(instrument)}?${query}`)).status).toBe(status);
  });

  test('with a declared successor its items go on', async () => {
    const before = await active();
    const reason = '由新法接续';
    const payload = { endsOn: '2026-11-18', succeededBy: 'xzcf-2021', reason };
    const { body } = await ask(publisher, 'POST', ending('shandong-credit-2020'), payload);
    await approve(body.approvalId);
    expect(await active()).toEqual(before);
  });

  test('needs two people; then what rests on it stops that day and stays listed, also after the next start', async () => {
    const before = await active();
    const preview = await ask(publisher, 'GET', `${ending('xzxk-2003')}?endsOn=2026-11-18`);
    const falls = preview.body.effects.items
      .filter(({ part }: { part: string }) => part === 'whole')
      .map(({ item }: { item: string }) => item);
    const payload = { endsOn: '2026-11-18', reason: '该法已经废止' };
    expect(
      (await ask(officer('g-health', 'publisher', '53'), 'POST', ending('xzxk-2003'), payload)).status,
    ).toBe(403);
    const { status, body } = await ask(publisher, 'POST', ending('xzxk-2003'), payload);
    expect(status).toBe(202);
    // Whoever decides, and whoever looks later, reads what was counted when it was asked for; nothing is counted again.
    const [asked] = await world.db.app.query(
      sql`select payload -> 'effects' as effects from identity.approval where approval_id = ${body.approvalId}`,
    );
    expect(asked).toEqual({ effects: preview.body.effects });
    expect(await active()).toEqual(before);
    await approve(body.approvalId);
    const after = before.filter((item) => !falls.includes(item));
    expect(await active()).toEqual(after);
    await loadLaw(world.platform);
    expect(await active()).toEqual(after);
    const shown = await world.db.portal.query(
      sql`select instrument_id, ends_on from published.instrument_end order by 1`,
    );
    expect(shown).toEqual([
      { instrument_id: 'shandong-credit-2020', ends_on: '2026-11-18' },
      { instrument_id: 'xzxk-2003', ends_on: '2026-11-18' },
    ]);
    expect((await ask(publisher, 'POST', ending('xzxk-2003'), payload)).status).toBe(409);
  });
});

describe('policy papers', () => {
  const health = officer('g-health', 'administrator', '54');
  const water = officer('g-water', 'administrator', '55');
  const paper = { title: '卫生行业信用管理办法', issuedOn: '2022-05-01', reviewDueOn: '2026-10-31' };

  test('a unit enters and reviews its own; the centre sees all, and what is overdue', async () => {
    const { status, body } = await ask(health, 'POST', '/api/v1/policy-papers', paper);
    expect(status).toBe(201);
    await ask(water, 'POST', '/api/v1/policy-papers', { ...paper, reviewDueOn: '2027-10-31' });
    const list = async (by: Actor) => (await ask(by, 'GET', '/api/v1/policy-papers')).body.items;
    expect(await list(health)).toMatchObject([{ paperId: body.paperId, isOverdue: true, state: null }]);
    expect((await list(publisher)).map(({ unit }: { unit: string }) => unit)).toEqual([
      'g-health',
      'g-water',
    ]);
    const review = (by: Actor) =>
      ask(by, 'POST', `/api/v1/policy-papers/${body.paperId}/review`, { state: 'revise', note: '启动修订' });
    expect((await review(water)).status).toBe(404);
    expect((await review(publisher)).status).toBe(404);
    expect((await review(health)).status).toBe(204);
    expect(await list(health)).toMatchObject([{ state: 'revise', note: '启动修订', isOverdue: false }]);
  });
});
