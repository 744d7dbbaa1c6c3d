/** A draft's way from the centre to the public and into force; what a tenant without power may not draft; comments and who sees them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, anonymous } from '../../../platform/actor.ts';
import { sql } from '../../../platform/db/index.ts';
import { html } from '../../../platform/html/index.ts';
import { buildServer, createMetrics, type Server } from '../../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { decideApproval } from '../../identity/index.ts';
import { listWaitingRules, putToWait, requestActivation } from '../../law/index.ts';
import { catalogueApi } from '../api.ts';
import { itemRules } from '../catalogue-rules.ts';
import { commentRoute } from '../comment-route.ts';
import { findActiveItem } from '../index.ts';

type Officer = Extract<Actor, { kind: 'account' }>;
const officer = (unit: string, role: Officer['roles'][number], accountId: string): Officer => ({
  kind: 'account',
  accountId,
  unit,
  roles: [role],
  name: `${role} ${accountId}`,
});
const publisher = officer('d-centre', 'publisher', '41');
const reviewer = officer('d-centre', 'reviewer', '42');

let world: TestWorld;
let server: Server;
let actor: Actor = anonymous;

beforeAll(async () => {
  world = await testDatabase();
  await world.db.app.query(sql`
    insert into identity.unit (unit_code, kind, sector, name_zh, name_en, area_code, since)
    values ('d-centre', 'centre', 'centre', '信用中心', 'Centre', '371899', '2020-01-01'),
      ('d-health', 'department', 'health', '卫健', 'Health', '371899', '2020-01-01')`);
  server = await buildServer({
    log: world.platform.log,
    authenticate: () => actor,
    renderProblem: ({ definition }) => html`${definition.title.en}`,
    routes: [catalogueApi(world.platform), commentRoute(world.platform)],
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

const drafts = '/api/v1/catalogue-drafts';
const post = async (by: Actor, url: string, payload: object) => {
  actor = by;
  const answer = await server.inject({ method: 'POST', url, payload });
  return {
    status: answer.statusCode,
    body: answer.body === '' ? {} : answer.json(),
    headers: answer.headers,
  };
};
const draft = (by: Actor, changes: object, item = 'administrative-penalty') =>
  post(by, drafts, { item, changes, reason: '减少留存，收窄公开' });
const publicView = () =>
  world.db.portal.query<{ draft_id: string }>(sql`select * from published.consultation`);
const comment = (draftId: string, body: string) =>
  post(anonymous, `/catalogue/consultations/${draftId}/comments`, { body });
/** A day passes for everybody: the draft's own days move back, which is the same. */
const pass = (days: number) =>
  world.db.migrator.query(sql`
    update catalogue.draft set consultation_from = consultation_from - ${days}::integer,
      consultation_until = consultation_until - ${days}::integer where consultation_from is not null`);

describe('a tenant without legislative power', () => {
  test.each<[string, object, string]>([
    ['opens what is shared on request', { openness: 'open' }, 'wider-openness'],
    ['keeps longer', { retentionMonths: 120 }, 'wider-retention'],
    ['keeps without an end', { retentionMonths: null }, 'wider-retention'],
    ['opens a closed field', { openFields: ['CF_XDR_SWDJ'] }, 'wider-openness'],
    ['takes persons where the catalogue has organisations', { naturalPerson: true }, 'wider-subject-kind'],
    ['hands in later', { frequency: 'monthly' }, 'later-date'],
    ['publishes for another term', { publicity: 'while-registered' }, 'wider-publicity'],
    ['calls neutral information adverse', { adverse: true }, 'wider-conduct'],
  ])('%s: refused, naming who may', async (_what, changes, rule) => {
    const own =
      ['wider-retention', 'later-date', 'wider-publicity'].includes(rule) || 'openFields' in changes;
    const item = own
      ? 'administrative-penalty'
      : rule === 'wider-openness'
        ? 'professional-qualification'
        : 'organisation-registration';
    const { status, body } = await draft(publisher, changes, item);
    expect([status, body.type]).toEqual([409, '/problems/draft-refused']);
    const found = body.refusals.find((refusal: { rule: string }) => refusal.rule === rule);
    expect(found).toMatchObject({ clause: 'C7', what: expect.stringMatching(/有权作此规定的是.*省/) });
  });

  test('an item more than the catalogue has: refused, naming who may', async () => {
    const { status, body } = await draft(publisher, { retentionMonths: 1 }, 'civility-points');
    expect([status, body.refusals[0].rule]).toEqual([409, 'new-item']);
    expect(body.refusals[0].what).toMatch(/山东省/);
  });

  test.each<[string, Actor, number]>([
    ['a publisher of a department', officer('d-health', 'publisher', '43'), 403],
    ['a reviewer of the centre', reviewer, 403],
    ['somebody not signed in', anonymous, 401],
  ])('%s may not draft at all', async (_who, by, status) => {
    expect((await draft(by, { retentionMonths: 12 })).status).toBe(status);
  });
});

describe('a draft that narrows', () => {
  let draftId: string;
  const step = (by: Actor, name: string, payload: object) =>
    post(by, `${drafts}/${draftId}/${name}`, payload);

  test('is not public before somebody else has reviewed it', async () => {
    const { status, body } = await draft(publisher, { retentionMonths: 12, droppedFields: ['BZ'] });
    expect(status).toBe(201);
    draftId = body.draftId;
    expect(await publicView()).toEqual([]);
    const self = { ...publisher, roles: ['publisher', 'reviewer'] } as Officer;
    expect((await step(self, 'review', { decision: 'open', note: '同意征求意见' })).status).toBe(403);
    expect((await comment(draftId, '建议再短一些')).status).toBe(409);
  });

  test('lies open for the days of the setting, never fewer', async () => {
    const { status, body } = await step(reviewer, 'review', {
      decision: 'open',
      note: '同意征求意见',
      days: 3,
    });
    expect([status, body.until]).toEqual([200, '2026-12-18']);
    expect(await publicView()).toMatchObject([{ draft_id: draftId, state: 'consultation' }]);
    expect((await step(reviewer, 'review', { decision: 'open', note: '再来一次' })).status).toBe(409);
  });

  test('takes comments without account, shows none before the centre has looked, and none with a number in it', async () => {
    const { status, headers } = await comment(draftId, '建议缩短到六个月。');
    expect([status, headers.location]).toEqual([303, `/catalogue/consultations/${draftId}?sent=1`]);
    expect((await comment(draftId, '我的电话 13812345678')).status).toBe(400);
    expect((await comment(draftId, '短')).status).toBe(400);
    await comment(draftId, '与本草案无关的广告');
    const shown = () => world.db.portal.query(sql`select body, shown from published.comment`);
    expect(await shown()).toEqual([]);
    actor = reviewer;
    const { items } = (await server.inject(`${drafts}/${draftId}/comments`)).json();
    expect(items).toHaveLength(2);
    const judge = (index: number, payload: object) =>
      post(reviewer, `/api/v1/catalogue-comments/${items[index].commentId}/moderation`, payload);
    expect((await judge(0, { show: true })).status).toBe(204);
    expect((await judge(0, { show: true })).status).toBe(404);
    await pass(30);
    expect((await step(publisher, 'conclusion', { outcome: '采纳情况如下' })).body.type).toContain(
      'comments-unread',
    );
    expect((await judge(1, { show: false, because: '与草案无关' })).status).toBe(204);
    expect(
      await world.db.portal.query(
        sql`select body, shown, withheld_because from published.comment order by comment_id`,
      ),
    ).toEqual([
      { body: '建议缩短到六个月。', shown: true, withheld_because: null },
      { body: null, shown: false, withheld_because: '与草案无关' },
    ]);
  });

  test('the sixth comment of a network within an hour is refused', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 4; count++) statuses.push((await comment(draftId, '第几条意见')).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test('after its closing day takes no comment; concluded it waits, and two people put it in force', async () => {
    const { status, body } = await step(publisher, 'conclusion', { outcome: '收到两条，采纳一条' });
    expect(status).toBe(200);
    const before = await findActiveItem(world.db.app, 'administrative-penalty');
    expect(before?.retentionMonths).toBe(60);
    const [rule] = await listWaitingRules(world.platform);
    expect(rule).toMatchObject({ versionId: body.versionId, origin: 'draft', refusals: [] });
    const { approvalId } = await requestActivation(
      world.platform,
      publisher,
      body.versionId,
      '征求意见已结束',
    );
    await decideApproval(world.platform, reviewer, approvalId, { decision: 'approve', reason: '核对无误' });
    const after = await findActiveItem(world.db.app, 'administrative-penalty');
    expect([after?.retentionMonths, after?.fields.some(({ code }) => code === 'BZ')]).toEqual([12, false]);
    const versions = await world.db.portal.query(sql`
      select state, origin from published.rule_version where key = 'administrative-penalty/2024-1' order by version_id`);
    expect(versions).toEqual([
      { state: 'superseded', origin: 'data' },
      { state: 'active', origin: 'draft' },
    ]);
  });
});

test('a draft that waits is held against what came into force meanwhile, when listed, asked for and decided', async () => {
  const { platform } = world;
  const standing = await findActiveItem(world.db.app, 'administrative-penalty');
  if (!standing) throw new Error('the item is not in force');
  const wait = (origin: 'data' | 'draft', retentionMonths: number) =>
    world.db.app.transaction((tx) =>
      putToWait(platform, tx, {
        ruleSet: itemRules,
        key: `${standing.item}/${standing.edition}`,
        content: { ...standing, retentionMonths },
        origin,
      }),
    );
  const [draftVersion, dataVersion] = [await wait('draft', 6), await wait('data', 3)];
  const ask = (versionId: string) => requestActivation(platform, publisher, versionId, '启用这一版本');
  const decide = ({ approvalId }: { approvalId: string }) =>
    decideApproval(platform, reviewer, approvalId, { decision: 'approve', reason: '核对无误' });
  const asked = await ask(draftVersion);
  await decide(await ask(dataVersion));
  const refused = { definition: { type: 'rule-refused' } };
  await expect(decide(asked)).rejects.toMatchObject(refused);
  const waiting = (await listWaitingRules(platform)).find(({ versionId }) => versionId === draftVersion);
  expect(waiting?.refusals).toMatchObject([{ clause: 'C7', rule: 'wider-retention' }]);
  expect((await findActiveItem(world.db.app, standing.item))?.retentionMonths).toBe(3);
});
