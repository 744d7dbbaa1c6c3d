// A natural person asks to be erased from the own file: a clock, two officers of the centre, an answer, and then nothing left.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logSources } from '../../app/log-sources.ts';
import { buildApp } from '../../app/server.ts';
import { sql } from '../../platform/db/index.ts';
import type { Server } from '../../platform/http/index.ts';
import { createAccount, decideApproval, openSubjectSession, type Role } from '../identity/index.ts';
import { sessionOf } from '../identity/testing.ts';
import { UNITS } from '../intake/testing/city.ts';
import { findPersonSubject } from '../persons/index.ts';
import { decision, person, settle } from '../persons/testing/people.ts';
import { integrate, watch } from '../transparency/index.ts';
import { openTestLog, watchedTest } from '../transparency/testing.ts';
import { lookedAtCity } from './testing/looked-at-city.ts';

const world = await lookedAtCity();
const { platform, db } = world;
const path = '/api/v1/me/erasure-requests';
let server: Server;
let me: Record<string, string>;
let subjectId: string;
const officers: Record<string, { headers: Record<string, string>; accountId: string }> = {};

beforeAll(async () => {
  await settle(platform, [decision(person(1), 1), decision(person(2), 2)]);
  subjectId = (await findPersonSubject(platform, person(1).identityNumber)) as string;
  me = await sessionFor(subjectId, 'person');
  server = await buildApp(platform);
  await addOfficer('centre', 'case-officer');
  await addOfficer('centre', 'reviewer');
  await addOfficer('market', 'case-officer');
}, 60_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

async function sessionFor(subject: string, as: 'person' | 'organisation', readOnly = false) {
  const { token } = await openSubjectSession(platform, { subjectId: subject, as, readOnly });
  return { cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin' };
}

async function addOfficer(unit: 'centre' | 'market', role: Role): Promise<void> {
  const name = `${unit}.${role}`;
  const account = { unit: UNITS[unit].code, roles: [role], loginName: name, name: 'T' };
  const accountId = await createAccount(platform, { ...account, password: 'plum7 bridge over snow' });
  const cookie = `gx_session=${await sessionOf(platform, name)}`;
  officers[name] = { accountId, headers: { cookie, 'sec-fetch-site': 'same-origin' } };
}

async function send(method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: object) {
  const answer = await server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json(), text: answer.body };
}
const of = (name: string) => officers[name]?.headers ?? {};
const reviewer = () =>
  ({
    kind: 'account',
    accountId: officers['centre.reviewer']?.accountId ?? '',
    unit: UNITS.centre.code,
    roles: ['reviewer'],
    name: 'T',
  }) as const;
const answerUrl = (wishId: string) => `/api/v1/erasure-requests/${wishId}/answer`;

test('whoever asks is told the day of the answer, what stays and by which article; once at a time', async () => {
  const before = await send('GET', path, me);
  expect(before.status, before.text).toBe(200);
  expect(before.body).toMatchObject({ items: [], grounds: [{}, {}, {}], kept: [{ years: 5 }, {}, {}] });
  expect(before.body.refusal).toContain('第四十七条');
  const asked = await send('POST', path, me, { ground: 'retention-over' });
  expect(asked.status, asked.text).toBe(201);
  // Fifteen working days from Wednesday 2026-11-18.
  expect(asked.body.items).toMatchObject([
    { ground: 'retention-over', dueOn: '2026-12-09', dueFixed: true, overdue: false, refusedAt: null },
  ]);
  expect((await send('POST', path, me, { ground: 'no-basis' })).body.type).toBe(
    '/problems/erasure-already-asked',
  );
  expect((await send('POST', path, me, { ground: 'whim' })).status).toBe(400);
});

test('organisations, readers and other persons see and ask nothing of it', async () => {
  const firm = await sessionFor(await world.subjectOf(1), 'organisation');
  expect((await send('GET', path, firm)).body).toMatchObject({ items: [], grounds: [] });
  expect((await send('POST', path, firm, { ground: 'no-basis' })).body.type).toBe(
    '/problems/natural-persons-only',
  );
  const other = (await findPersonSubject(platform, person(2).identityNumber)) as string;
  expect((await send('GET', path, await sessionFor(other, 'person'))).body.items).toEqual([]);
  const readOnly = await sessionFor(subjectId, 'person', true);
  expect((await send('POST', path, readOnly, { ground: 'no-basis' })).status).toBe(403);
});

test('the centre alone sees what waits, without whose it is, and nobody answers alone', async () => {
  const waits = await send('GET', '/api/v1/erasure-requests', of('centre.case-officer'));
  expect(waits.body.items).toHaveLength(1);
  for (const secret of [subjectId, person(1).name, person(1).identityNumber])
    expect(waits.text).not.toContain(secret);
  const { wishId } = waits.body.items[0];
  expect((await send('GET', '/api/v1/erasure-requests', of('market.case-officer'))).body.items).toEqual([]);
  const refuse = {
    answer: 'refuse',
    reason: '清信中心受〔2026〕12号',
    says: '保存期限到2027年3月1日，还没有届满。',
  };
  expect((await send('POST', answerUrl(wishId), of('market.case-officer'), refuse)).body.type).toBe(
    '/problems/erasure-request-unknown',
  );
  const naming = { ...refuse, says: `${person(1).identityNumber} 的保存期限未届满` };
  expect((await send('POST', answerUrl(wishId), of('centre.case-officer'), naming)).body.type).toBe(
    '/problems/reason-names-somebody',
  );
  const proposed = await send('POST', answerUrl(wishId), of('centre.case-officer'), refuse);
  expect(proposed.status, proposed.text).toBe(202);
  expect((await send('GET', path, me)).body.items[0].refusedAt).toBeNull();
  await decideApproval(platform, reviewer(), proposed.body.approvalId, {
    decision: 'approve',
    reason: '期限未到',
  });
  expect((await send('GET', path, me)).body.items).toMatchObject([{ says: refuse.says }]);
  expect((await send('GET', '/api/v1/erasure-requests', of('centre.case-officer'))).body.items).toEqual([]);
});

test('asked again and agreed: the person is gone, requests and their entries too, and the log holds', async () => {
  await send('POST', path, me, { ground: 'no-basis' });
  const log = openTestLog(platform, logSources);
  await integrate(log);
  const [{ wishId }] = (await send('GET', '/api/v1/erasure-requests', of('centre.case-officer'))).body.items;
  await db.migrator.query(
    sql`update persons.erasure_wish set due_on = '2026-11-17' where wish_id = ${wishId}`,
  );
  expect((await send('GET', path, me)).body.items[0].overdue).toBe(true);
  await db.migrator.query(
    sql`update persons.erasure_wish set due_on = '2026-12-09' where wish_id = ${wishId}`,
  );
  const erase = { answer: 'erase', reason: '清信中心受〔2026〕13号，依据已被撤销' };
  const proposed = await send('POST', answerUrl(wishId), of('centre.case-officer'), erase);
  await decideApproval(platform, reviewer(), proposed.body.approvalId, {
    decision: 'approve',
    reason: '材料齐全',
  });
  expect((await send('GET', path, me)).body.type).toBe('/problems/nothing-held-about-you');
  const left = await db.migrator.one<{ wishes: number; secrets: number }>(sql`select
    (select count(*)::integer from persons.erasure_wish) as wishes,
    (select count(secret)::integer from transparency.entry where source like 'persons.erasure\\_%') as secrets`);
  expect(left).toEqual({ wishes: 0, secrets: 0 });
  await integrate(log);
  expect((await watch(watchedTest(log, platform))).differences).toEqual([]);
});
