// A natural person at the own file: what it sees and how, whose it never is, the look written down, and after an erasure nothing.
import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app/server.ts';
import type { SubjectActor } from '../../platform/actor.ts';
import { raw, sql } from '../../platform/db/index.ts';
import type { Server } from '../../platform/http/index.ts';
import { openSubjectSession } from '../identity/index.ts';
import { erasePerson, findPersonSubject } from '../persons/index.ts';
import { decision, person, settle } from '../persons/testing/people.ts';
import { disclosePerson } from './disclose-person.ts';
import { readOwnFile } from './index.ts';
import { lookedAtCity, officer } from './testing/looked-at-city.ts';

const world = await lookedAtCity();
const { platform, db } = world;
const { name, identityNumber } = person(1);
let server: Server;
let self: SubjectActor;
let me: Record<string, string>;

beforeAll(async () => {
  await settle(platform, [decision(person(1), 1), decision(person(1), 2), decision(person(2), 3)]);
  // The same decision in other words: an earlier version stays in the file.
  await settle(platform, [decision(person(1), 1, '罚款')]);
  const subjectId = (await findPersonSubject(platform, identityNumber)) as string;
  self = { kind: 'subject', sessionId: '1', subjectId, as: 'person', readOnly: false };
  const { token } = await openSubjectSession(platform, { subjectId, as: 'person', readOnly: false });
  me = { cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin' };
  server = await buildApp(platform);
}, 60_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

const get = (url: string, headers = {}) =>
  server.inject({ method: 'GET', url, headers: { ...me, ...headers } });
const countAccesses = async () =>
  (await db.migrator.one<{ n: number }>(sql`select count(*)::integer as n from disclosure.access`)).n;

describe('the file', () => {
  test('everything of one’s own, earlier versions too, masked; nothing of anybody else; nothing public', async () => {
    const { records, about, subject } = await readOwnFile(platform, self);
    expect(about).toBe('person');
    expect(subject).toEqual({
      name: '赵***',
      identityNumber: `37***************${identityNumber.at(-1)}`,
      nameChanges: [],
    });
    expect(records.map(({ decisionNo, state }) => [decisionNo, state]).sort()).toEqual([
      ['清市监处罚〔2026〕1号', 'replaced'],
      ['清市监处罚〔2026〕1号', 'standing'],
      ['清市监处罚〔2026〕2号', 'standing'],
    ]);
    expect(records.every(({ isPublic, publicFrom }) => !isPublic && publicFrom === null)).toBe(true);
    for (const secret of [name, identityNumber]) expect(JSON.stringify(records)).not.toContain(secret);
  });

  test('the look is a row and an entry of the log, with what it showed', async () => {
    await readOwnFile(platform, self);
    const found = await db.migrator.one<{ kind: string; source: string; items: Record<string, object> }>(sql`
      select a.kind, e.source, s.items from disclosure.access a
      join disclosure.shown s using (subject_id, access_id)
      join transparency.entry e on e.entry_id = a.entry_id
      where a.subject_id = ${self.subjectId} order by a.access_id desc limit 1`);
    expect(found).toMatchObject({ kind: 'own-file', source: 'disclosure.access' });
    expect(Object.keys(found.items)).toEqual(['administrative-penalty']);
  });

  test.each(['disclosure.access', 'disclosure.shown', 'transparency.entry'])(
    'where %s can’t be written, nothing is shown',
    async (table) => {
      await db.migrator.query(raw(`revoke insert on ${table} from gx_app`));
      try {
        expect((await get('/api/v1/me/file')).json().type).toBe('/problems/access-not-writable');
      } finally {
        await db.migrator.query(raw(`grant insert on ${table} to gx_app`));
      }
    },
  );

  test('it opens to the transaction of the look alone', async () => {
    await readOwnFile(platform, self);
    expect(await db.app.query(sql`select 1 from persons.record`)).toEqual([]);
  });
});

describe('over HTTP', () => {
  test('the session names nobody; the file does, masked, each record with its unit and basis for persons', async () => {
    expect((await get('/api/v1/me')).json()).toEqual({
      subject: null,
      as: 'person',
      agentId: null,
      readOnly: false,
    });
    const answer = await get('/api/v1/me/file?download=json');
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-disposition']).toContain('my-file.json');
    const { subject, records } = answer.json();
    expect(subject.name).toBe('赵***');
    expect(records[0]).toMatchObject({
      itemName: { zh: '行政处罚' },
      unitName: { zh: '清和市市场监督管理局' },
      basis: { instrument: 'xzcf-2021', article: '第四十八条' },
      public: false,
      publicUntil: null,
    });
    expect(records[0].fields.some(({ open }: { open: boolean }) => open)).toBe(false);
    for (const secret of [name, identityNumber, self.subjectId]) expect(answer.body).not.toContain(secret);
  });

  test.each(['zh', 'en'])('as a document (%s)', async (language) => {
    const answer = await get('/api/v1/me/file.pdf', { 'accept-language': language });
    expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    if (process.env['GONGXIN_PICTURES'])
      await writeFile(
        `${process.env['GONGXIN_PICTURES']}/own-person-file-${language}.pdf`,
        answer.rawPayload,
      );
  });

  test('who looked, and that one was told', async () => {
    await disclosePerson(platform, {
      actor: officer('emergency', 'case-officer', '35'),
      purpose: 'case-handling',
      caseNo: '清应急立〔2026〕9号',
      identityNumber,
    });
    const looks = (await get('/api/v1/me/accesses')).json().items;
    expect(looks).toHaveLength(1);
    expect(looks[0]).toMatchObject({ kind: 'look', officer: 'Z', caseNo: '清应急立〔2026〕9号' });
    const told = (await get('/api/v1/me/notices')).json().items;
    expect(told[0]).toMatchObject({ kind: 'looked-at', seen: false });
    const payload = { upTo: told[0].noticeId };
    const seen = await server.inject({
      method: 'POST',
      url: '/api/v1/me/notices/seen',
      headers: me,
      payload,
    });
    expect(seen.statusCode).toBe(204);
  });

  test('agents and contacts are not for persons', async () => {
    const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
      server.inject({ method, url, headers: me, ...(payload ? { payload } : {}) });
    const answers = await Promise.all([
      ask('GET', '/api/v1/me/agents'),
      ask('POST', '/api/v1/me/agents', { label: '会计', limits: ['read'], until: '2027-01-31' }),
      ask('DELETE', '/api/v1/me/agents/912345678901234567'),
      ask('GET', '/api/v1/me/contact'),
      ask('POST', '/api/v1/me/contact', { channel: 'sms', address: '13800000001' }),
    ]);
    for (const answer of answers) expect(answer.json().type).toBe('/problems/organisations-only');
  });
});

test('after an erasure the session finds nothing, and no look at nobody is written down', async () => {
  await erasePerson(platform, { subjectId: self.subjectId, ground: 'request' });
  const before = await countAccesses();
  for (const path of ['', '/file', '/file.pdf', '/accesses', '/notices']) {
    const answer = await get(`/api/v1/me${path}`, { 'accept-language': 'zh' });
    expect(answer.json(), path).toMatchObject({ status: 404, title: '本平台没有关于您的信息' });
  }
  expect(await countAccesses()).toBe(before);
  const other = (await findPersonSubject(platform, person(2).identityNumber)) as string;
  expect((await readOwnFile(platform, { ...self, subjectId: other })).records).toHaveLength(1);
});
