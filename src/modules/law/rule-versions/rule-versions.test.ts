// Rules in force by the founding, then by two people: what waits changes nothing, who may ask and decide, and what it leaves in the log.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { sql } from '../../../platform/db/index.ts';
import { html } from '../../../platform/html/index.ts';
import { buildServer, createMetrics, type Server } from '../../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../../platform/testing.ts';
import { decideApproval } from '../../identity/index.ts';
import { findTimeLimit, loadLaw } from '../index.ts';
import { lawData } from '../law-data.ts';
import { waitingRulesApi } from '../waiting-rules-api.ts';
import { canonicalText, differencesOf } from './difference.ts';
import { listWaitingRules } from './list-waiting.ts';
import { completeFounding } from './offer-rules.ts';

type Officer = Extract<Actor, { kind: 'account' }>;
const officer = (unit: string, role: Officer['roles'][number], accountId: string): Officer => ({
  kind: 'account',
  accountId,
  unit,
  roles: [role],
  name: `${role} ${accountId}`,
});

let world: TestWorld;
let server: Server;
let actor: Actor;
const publisher = officer('r-centre', 'publisher', '21');
const reviewer = officer('r-centre', 'reviewer', '22');

beforeAll(async () => {
  world = await testDatabase();
  await world.db.app.query(sql`
    insert into identity.unit (unit_code, kind, sector, name_zh, name_en, area_code, since)
    values ('r-centre', 'centre', 'centre', '信用中心', 'Centre', '371899', '2020-01-01'),
      ('r-health', 'department', 'health', '卫健', 'Health', '371899', '2020-01-01')`);
  server = await buildServer({
    log: world.platform.log,
    authenticate: () => actor,
    renderProblem: ({ definition }) => html`${definition.title.en}`,
    routes: [waitingRulesApi(world.platform)],
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

/** The law with one limit of its own length. */
const withDays = (workingDays: number) => ({
  ...lawData,
  timeLimits: lawData.timeLimits.map((limit) =>
    limit.item === 'administrative-penalty' && limit.sector === 'emergency'
      ? { ...limit, workingDays }
      : limit,
  ),
});
const days = async () =>
  (await findTimeLimit(world.db.app, 'administrative-penalty', 'emergency', '2026-11-18'))?.workingDays;
const waiting = () => listWaitingRules(world.platform);
const entries = async () =>
  (
    await world.db.migrator.one<{ n: number }>(
      sql`select count(*)::int as n from transparency.entry where source = 'law.rule_version'`,
    )
  ).n;
const ask = async (by: Actor, versionId: string) => {
  actor = by;
  const url = `/api/v1/waiting-rules/${versionId}/activation`;
  const answer = await server.inject({ method: 'POST', url, payload: { reason: '已核对，同意启用' } });
  return { status: answer.statusCode, body: answer.json() as Record<string, string> };
};

test('the founding put everything in force by one entry, and a second one does nothing', async () => {
  expect(await entries()).toBe(1);
  await completeFounding(world.platform);
  expect([await entries(), await waiting()]).toEqual([1, []]);
  const hands = await world.db.migrator.query(
    sql`select distinct requested_by, approved_by, state from law.rule_version`,
  );
  expect(hands).toEqual([{ requested_by: null, approved_by: null, state: 'active' }]);
});

describe('a changed rule', () => {
  test('waits and changes nothing; loaded again it is the same one, taken back it is gone', async () => {
    await loadLaw(world.platform, withDays(5));
    const [first, ...others] = await waiting();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ kind: 'law.rules', origin: 'data', isNew: false, refusals: [] });
    expect(first?.changes).toMatchObject([{ before: '7', after: '5' }]);
    expect(first?.changes[0]?.path).toMatch(/^timeLimits › .+ › workingDays$/);
    await loadLaw(world.platform, withDays(5));
    expect((await waiting()).map(({ versionId }) => versionId)).toEqual([first?.versionId]);
    expect(await days()).toBe(7);
    await loadLaw(world.platform);
    expect(await waiting()).toEqual([]);
  });

  test('of two changes the newer waits; nobody can ask for the older', async () => {
    await loadLaw(world.platform, withDays(5));
    const [older] = await waiting();
    await loadLaw(world.platform, withDays(4));
    expect(await waiting()).toHaveLength(1);
    expect((await ask(publisher, older?.versionId ?? '')).status).toBe(404);
  });

  test.each<[string, Officer, number]>([
    ['a publisher of a department', officer('r-health', 'publisher', '23'), 403],
    ['a reviewer of the centre', reviewer, 403],
    ['a data officer of the centre', officer('r-centre', 'data-officer', '24'), 403],
  ])('%s may not ask', async (_who, by, status) => {
    const [rule] = await waiting();
    expect((await ask(by, rule?.versionId ?? '')).status).toBe(status);
  });

  test('comes into force when one asked and another decided, with an entry in the log, and stays so', async () => {
    const [rule] = await waiting();
    const { status, body } = await ask(publisher, rule?.versionId ?? '');
    expect(status).toBe(202);
    const decide = (by: Officer) =>
      decideApproval(world.platform, by, body['approvalId'] as string, {
        decision: 'approve',
        reason: '核对无误',
      });
    const self = { ...publisher, roles: ['publisher', 'reviewer'] } as Officer;
    await expect(decide(self)).rejects.toThrow(/not-yours/);
    expect(await days()).toBe(7);
    await decide(reviewer);
    expect([await days(), await entries(), await waiting()]).toEqual([4, 2, []]);
    const states = await world.db.migrator.query(sql`
      select state, requested_by, approved_by from law.rule_version where kind = 'law.rules' and state in ('active', 'superseded')
      order by version_id`);
    expect(states).toEqual([
      { state: 'superseded', requested_by: null, approved_by: null },
      { state: 'active', requested_by: 'account:21', approved_by: 'account:22' },
    ]);
    await loadLaw(world.platform, withDays(4));
    expect([await days(), await waiting()]).toEqual([4, []]);
  });

  test('the list is the centre’s', async () => {
    const list = async (by: Actor) => {
      actor = by;
      return (await server.inject('/api/v1/waiting-rules')).json().items.length;
    };
    await loadLaw(world.platform, withDays(3));
    expect([await list(reviewer), await list(officer('r-health', 'administrator', '25'))]).toEqual([1, 0]);
    await loadLaw(world.platform, withDays(4));
  });

  test('the database refuses one pair of hands', async () => {
    await expect(
      world.db.app.query(
        sql`update law.rule_version set requested_by = 'account:1', approved_by = 'account:1'`,
      ),
    ).rejects.toThrow(/rule_version_hands_check/);
  });
});

test('differences name their places; the order of members makes none', () => {
  const before = {
    a: 1,
    list: [
      { code: 'X', name: 'x' },
      { code: 'Y', name: 'y' },
    ],
    plain: ['1'],
  };
  const after = {
    plain: ['1', '2'],
    a: 1,
    list: [
      { code: 'Y', name: 'y' },
      { code: 'X', name: 'z' },
    ],
  };
  expect(differencesOf(before, after)).toEqual([
    { path: 'list › X › name', before: 'x', after: 'z' },
    { path: 'plain', before: '["1"]', after: '["1","2"]' },
  ]);
  const more = { ...before, list: [...before.list, { code: 'Z', name: { zh: '新', en: 'new' } }] };
  expect(differencesOf(before, more)).toEqual([{ path: 'list › Z', before: null, after: '新' }]);
  expect(canonicalText({ b: 1, a: [{ d: 1, c: 2 }] })).toBe('{"a":[{"c":2,"d":1}],"b":1}');
});
