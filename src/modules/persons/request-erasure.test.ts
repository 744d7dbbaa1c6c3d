// Erasing from the console: the centre asks, somebody else of the centre decides, and nothing says who it was.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../platform/actor.ts';
import { sql } from '../../platform/db/index.ts';
import { html } from '../../platform/html/index.ts';
import { buildServer, createMetrics, type Server } from '../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { decideApproval } from '../identity/index.ts';
import { personsApi } from './api.ts';
import { findPersonSubject } from './index.ts';
import { decision, person, settle } from './testing/people.ts';

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
const asks = officer('e-centre', 'case-officer', '11');
const decides = officer('e-centre', 'reviewer', '12');
const { identityNumber } = person(1);

beforeAll(async () => {
  world = await testDatabase();
  await world.db.app.query(sql`
    insert into identity.unit (unit_code, kind, sector, name_zh, name_en, area_code, since)
    values ('e-centre', 'centre', 'centre', '信用中心', 'Centre', '371899', '2020-01-01'),
      ('e-health', 'department', 'health', '卫健', 'Health', '371899', '2020-01-01')`);
  await settle(world.platform, [decision(person(1), 1), decision(person(1), 2), decision(person(2), 1)]);
  server = await buildServer({
    log: world.platform.log,
    authenticate: () => actor,
    renderProblem: ({ definition }) => html`${definition.title.en}`,
    routes: [personsApi(world.platform)],
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

const ask = async (by: Actor, over: Record<string, string> = {}) => {
  actor = by;
  const payload = { identityNumber, ground: 'request', reason: '清信中心受〔2026〕12号', ...over };
  const answer = await server.inject({ method: 'POST', url: '/api/v1/erasures', payload });
  return { status: answer.statusCode, body: answer.json() as Record<string, string>, text: answer.body };
};
const subject = () => findPersonSubject(world.platform, identityNumber);

describe('who may ask, and what for', () => {
  test.each([
    ['an officer of a department', officer('e-health', 'case-officer', '13'), {}, 403],
    ['a reviewer of the centre', decides, {}, 403],
    ['a number that nobody bears', asks, { identityNumber: person(999).identityNumber }, 404],
    ['a ground that the law does not know', asks, { ground: 'wish' }, 400],
    ['no ground that one may give', asks, { ground: 'copy-put-back' }, 400],
    ['no reason', asks, { reason: '' }, 400],
    ['a reason that names the number', asks, { reason: `当事人 ${identityNumber} 要求` }, 400],
  ])('%s: refused, and no number comes back', async (_what, by, over, status) => {
    const answer = await ask(by, over as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain(identityNumber);
    expect(await subject()).toBeDefined();
  });
});

test('asked for by one and approved by another, the person is gone; books and register say nothing of whom', async () => {
  const { status, body } = await ask(asks);
  expect(status).toBe(202);
  expect((await ask(asks)).status).toBe(409);
  expect(await subject()).toBeDefined();
  const approve = { decision: 'approve', reason: '材料齐全' } as const;
  const approvalId = body['approvalId'] as string;
  const own = { ...asks, roles: ['case-officer', 'reviewer'] } as Officer;
  await expect(decideApproval(world.platform, own, approvalId, approve)).rejects.toThrow(/not-yours/);
  expect(await subject()).toBeDefined();
  const done = await decideApproval(world.platform, decides, approvalId, approve);
  expect(done.outcome).toEqual({ records: 2 });
  expect(await subject()).toBeUndefined();
  expect(await findPersonSubject(world.platform, person(2).identityNumber)).toBeDefined();
  const kept = await world.db.migrator.query<{ row: string }>(
    sql`select a::text as row from identity.approval a`,
  );
  expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${identityNumber}|${person(1).name}`));
  const jobs = sql`select task_identifier as name from graphile_worker.jobs where task_identifier = 'person-erased'`;
  expect(await world.db.migrator.query(jobs)).toHaveLength(1);
  actor = decides;
  const register = (await server.inject('/api/v1/erasures')).json();
  expect(register).toMatchObject({ items: [{ records: 2 }], mayRequest: false });
});

test('refused by the other, nobody is erased', async () => {
  const other = person(2).identityNumber;
  const { body } = await ask(asks, { identityNumber: other, ground: 'no-basis' });
  const refuse = { decision: 'refuse', reason: '依据仍然有效' } as const;
  await decideApproval(world.platform, decides, body['approvalId'] as string, refuse);
  expect(await findPersonSubject(world.platform, other)).toBeDefined();
});
